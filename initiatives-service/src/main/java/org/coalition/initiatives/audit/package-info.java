/** The audit trail of this service, for auditors. */
@CheckReturnValue
package org.coalition.initiatives.audit;

import com.google.errorprone.annotations.CheckReturnValue;
