/** Joint statements: common texts, in versions that the parties endorse. */
@CheckReturnValue
package org.coalition.meetings.statement;

import com.google.errorprone.annotations.CheckReturnValue;
