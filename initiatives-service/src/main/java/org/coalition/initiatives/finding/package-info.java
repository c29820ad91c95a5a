/** Findings of oversight: what is asked of a party, open until the evidence is accepted by who asked. */
@CheckReturnValue
package org.coalition.initiatives.finding;

import com.google.errorprone.annotations.CheckReturnValue;
