/** Acceleration requests: that a delivery is brought forward, and what its giver answers. */
@CheckReturnValue
package org.coalition.initiatives.acceleration;

import com.google.errorprone.annotations.CheckReturnValue;
