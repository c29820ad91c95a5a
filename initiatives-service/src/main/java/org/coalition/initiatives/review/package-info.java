/** Oversight reviews: two independent sign-offs, military and diplomatic, of one and the same content. */
@CheckReturnValue
package org.coalition.initiatives.review;

import com.google.errorprone.annotations.CheckReturnValue;
