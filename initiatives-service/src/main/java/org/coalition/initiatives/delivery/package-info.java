/** Deliveries: what goes from a party to a recipient, from hand to hand, until the recipient confirms it. */
@CheckReturnValue
package org.coalition.initiatives.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
