/** Recommendations: advice with area, focus and outcome target. */
@CheckReturnValue
package org.coalition.meetings.recommendation;

import com.google.errorprone.annotations.CheckReturnValue;
