package org.coalition.meetings.delegation;

/** How a delegation took part. */
public enum Attendance {
    PRESENT,
    REMOTE,
    ABSENT
}
