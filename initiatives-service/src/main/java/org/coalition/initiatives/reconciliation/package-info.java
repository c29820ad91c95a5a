/** Reconciliation: what a party says it has given beside what was received, line by line. */
@CheckReturnValue
package org.coalition.initiatives.reconciliation;

import com.google.errorprone.annotations.CheckReturnValue;
