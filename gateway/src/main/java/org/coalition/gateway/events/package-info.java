/** The events of all services as one log, as each subscriber may know it: a stream (SSE), a feed to be polled, and what webhooks read. */
@CheckReturnValue
package org.coalition.gateway.events;

import com.google.errorprone.annotations.CheckReturnValue;
