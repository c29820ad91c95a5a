/** Indicators: how an expected outcome of an initiative is measured, from its baseline to its targets. */
@CheckReturnValue
package org.coalition.initiatives.indicator;

import com.google.errorprone.annotations.CheckReturnValue;
