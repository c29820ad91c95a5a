/** Delegations: who represents a party at a meeting. */
@CheckReturnValue
package org.coalition.meetings.delegation;

import com.google.errorprone.annotations.CheckReturnValue;
