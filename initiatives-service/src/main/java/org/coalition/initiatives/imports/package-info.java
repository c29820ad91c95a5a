/** How many things are taken in at once: all or none of them, each for itself, or only to see whether they would be. */
@CheckReturnValue
package org.coalition.initiatives.imports;

import com.google.errorprone.annotations.CheckReturnValue;
