/** Loss reports: that articles are no longer with who held them. */
@CheckReturnValue
package org.coalition.initiatives.loss;

import com.google.errorprone.annotations.CheckReturnValue;
