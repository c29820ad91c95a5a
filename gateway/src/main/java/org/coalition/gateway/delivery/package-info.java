/** Deliveries: each event that a webhook is told of, every attempt at it, and what may be had again. */
@CheckReturnValue
package org.coalition.gateway.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
