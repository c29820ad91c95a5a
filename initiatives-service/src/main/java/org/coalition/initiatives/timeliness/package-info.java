/** Timeliness: whether what was promised came when it was promised, computed from the deliveries. */
@CheckReturnValue
package org.coalition.initiatives.timeliness;

import com.google.errorprone.annotations.CheckReturnValue;
