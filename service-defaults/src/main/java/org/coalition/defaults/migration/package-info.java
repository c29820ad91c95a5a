/** How the schema comes to be that of this version while others use it. */
@CheckReturnValue
package org.coalition.defaults.migration;

import com.google.errorprone.annotations.CheckReturnValue;
