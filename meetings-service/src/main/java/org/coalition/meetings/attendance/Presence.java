package org.coalition.meetings.attendance;

/** How a delegation took part. */
public enum Presence {
    PRESENT,
    REMOTE,
    ABSENT
}
