/** Exchange rates: what a currency was worth in another one on a day. */
@CheckReturnValue
package org.coalition.initiatives.rate;

import com.google.errorprone.annotations.CheckReturnValue;
