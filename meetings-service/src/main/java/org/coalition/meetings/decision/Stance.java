package org.coalition.meetings.decision;

/** What a party says to a decision that is put to the parties. */
enum Stance {
    FOR,
    AGAINST,
    ABSTAIN,
    NOT_PARTICIPATING
}
