/** Regular consultations: a rule of occurrences, the meetings planned from it, and how it is kept. */
@CheckReturnValue
package org.coalition.meetings.series;

import com.google.errorprone.annotations.CheckReturnValue;
