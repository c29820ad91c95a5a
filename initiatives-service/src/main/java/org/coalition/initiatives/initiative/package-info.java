/** Initiatives: units of planned support, from the pipeline to their close. */
@CheckReturnValue
package org.coalition.initiatives.initiative;

import com.google.errorprone.annotations.CheckReturnValue;
