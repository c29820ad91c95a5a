package org.coalition.meetings.statement;

/** What a party says of a version of a joint statement. */
public enum EndorsementStance {
    ENDORSED,
    ENDORSED_WITH_RESERVATION,
    DECLINED
}
