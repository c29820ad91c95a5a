/** Reports: figures computed from the ledgers. */
@CheckReturnValue
package org.coalition.initiatives.report;

import com.google.errorprone.annotations.CheckReturnValue;
