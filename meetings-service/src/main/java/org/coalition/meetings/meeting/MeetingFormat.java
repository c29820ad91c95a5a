package org.coalition.meetings.meeting;

/** How those present meet. */
public enum MeetingFormat {
    IN_PERSON,
    ONLINE,
    HYBRID
}
