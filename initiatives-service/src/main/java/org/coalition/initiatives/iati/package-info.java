/** Initiatives as activities of the IATI standard (2.03): published, and taken in from elsewhere without losing anything. */
@CheckReturnValue
package org.coalition.initiatives.iati;

import com.google.errorprone.annotations.CheckReturnValue;
