/** What this service knows of the meetings that its initiatives come from: parties, decisions and who may know of them. */
@CheckReturnValue
package org.coalition.initiatives.mandate;

import com.google.errorprone.annotations.CheckReturnValue;
