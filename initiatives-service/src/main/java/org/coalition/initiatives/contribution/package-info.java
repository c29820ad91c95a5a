/** Contributions: lines of support from one party to one initiative, each with its append-only ledger. */
@CheckReturnValue
package org.coalition.initiatives.contribution;

import com.google.errorprone.annotations.CheckReturnValue;
