/** Endpoints of others, to which the gateway speaks: their addresses, and what they answer. */
@CheckReturnValue
package org.coalition.gateway.endpoint;

import com.google.errorprone.annotations.CheckReturnValue;
