/** Meetings: who meets, when, where, and in which state that is. */
@CheckReturnValue
package org.coalition.meetings.meeting;

import com.google.errorprone.annotations.CheckReturnValue;
