package org.coalition.meetings.attendance;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to the record of an attendance. */
sealed interface AttendanceEvent extends DomainEvent {
    /** How a delegation took part is on record. */
    record Recorded(Presence presence) implements AttendanceEvent {}

    /** The record was put right. */
    record Revised(Presence presence) implements AttendanceEvent {}
}
