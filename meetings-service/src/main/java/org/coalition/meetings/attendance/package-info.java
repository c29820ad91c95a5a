/** Attendance: who was really there, and whether that was enough. */
@CheckReturnValue
package org.coalition.meetings.attendance;

import com.google.errorprone.annotations.CheckReturnValue;
