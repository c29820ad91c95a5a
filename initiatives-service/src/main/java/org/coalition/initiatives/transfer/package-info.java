/** Third-party transfers: handing on articles, which who gave them authorises. */
@CheckReturnValue
package org.coalition.initiatives.transfer;

import com.google.errorprone.annotations.CheckReturnValue;
