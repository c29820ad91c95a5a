/** Minutes: the approved record of a meeting, with the parties' corrections, its versions, and what is compiled from it. */
@CheckReturnValue
package org.coalition.meetings.minutes;

import com.google.errorprone.annotations.CheckReturnValue;
