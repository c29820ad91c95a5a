package org.coalition.meetings.attendance;

/** How a delegation took part. */
enum Presence {
    PRESENT,
    REMOTE,
    ABSENT
}
