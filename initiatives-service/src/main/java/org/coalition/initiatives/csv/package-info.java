/** Tables as text (RFC 4180): sent in batches, and read with the place of each cell. */
@CheckReturnValue
package org.coalition.initiatives.csv;

import com.google.errorprone.annotations.CheckReturnValue;
