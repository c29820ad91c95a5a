/** Webhooks: who is told of which events over HTTP, at an endpoint that has agreed to it. */
@CheckReturnValue
package org.coalition.gateway.webhook;

import com.google.errorprone.annotations.CheckReturnValue;
