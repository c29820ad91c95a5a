/** The audit trail of this service, for auditors. */
@CheckReturnValue
package org.coalition.meetings.audit;

import com.google.errorprone.annotations.CheckReturnValue;
