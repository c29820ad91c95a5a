/** When a service says that it can take requests. */
@CheckReturnValue
package org.coalition.defaults.readiness;

import com.google.errorprone.annotations.CheckReturnValue;
