/** The oversight report: how reviews stand, and what is found and still open. */
@CheckReturnValue
package org.coalition.initiatives.oversight;

import com.google.errorprone.annotations.CheckReturnValue;
