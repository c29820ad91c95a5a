/** All there is, to begin a copy with. */
@CheckReturnValue
package org.coalition.meetings.snapshot;

import com.google.errorprone.annotations.CheckReturnValue;
