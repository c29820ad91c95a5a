/** Calendars: what is planned, as feeds that calendar programs subscribe to (iCalendar, RFC 5545). */
@CheckReturnValue
package org.coalition.meetings.calendar;

import com.google.errorprone.annotations.CheckReturnValue;
