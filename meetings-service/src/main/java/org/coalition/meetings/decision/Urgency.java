package org.coalition.meetings.decision;

/** How soon an answer is needed; it decides how short a silence procedure may be. */
public enum Urgency {
    ROUTINE,
    URGENT,
    FLASH
}
