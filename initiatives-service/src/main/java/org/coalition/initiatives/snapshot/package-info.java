/** All there is, to begin a copy with. */
@CheckReturnValue
package org.coalition.initiatives.snapshot;

import com.google.errorprone.annotations.CheckReturnValue;
