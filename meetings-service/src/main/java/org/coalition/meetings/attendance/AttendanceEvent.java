package org.coalition.meetings.attendance;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to the record of an attendance. */
sealed interface AttendanceEvent extends DomainEvent {
    record Recorded(Presence presence) implements AttendanceEvent {}

    record Revised(Presence presence) implements AttendanceEvent {}
}
