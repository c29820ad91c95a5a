/** Reports: figures computed from what was recorded, over what the caller may know of. */
@CheckReturnValue
package org.coalition.meetings.report;

import com.google.errorprone.annotations.CheckReturnValue;
