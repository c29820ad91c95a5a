/** The trace: the chain from a meeting to what came of it, walked in both directions. */
@CheckReturnValue
package org.coalition.initiatives.trace;

import com.google.errorprone.annotations.CheckReturnValue;
