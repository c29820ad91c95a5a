package org.coalition.meetings.meeting;

/** Who meets. */
public enum MeetingLevel {
    LEADERS,
    MINISTERIAL,
    SENIOR_OFFICIALS,
    EXPERT
}
