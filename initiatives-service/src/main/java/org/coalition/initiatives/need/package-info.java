/** What recipients ask for, what parties offer for it, and what of that is accepted. */
@CheckReturnValue
package org.coalition.initiatives.need;

import com.google.errorprone.annotations.CheckReturnValue;
