/** The audit trail of the webhooks. */
@CheckReturnValue
package org.coalition.gateway.audit;

import com.google.errorprone.annotations.CheckReturnValue;
