/** End-use monitoring: where the articles are that have arrived, and whether their inventories are done. */
@CheckReturnValue
package org.coalition.initiatives.enduse;

import com.google.errorprone.annotations.CheckReturnValue;
