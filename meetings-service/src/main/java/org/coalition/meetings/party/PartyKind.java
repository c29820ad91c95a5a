package org.coalition.meetings.party;

/** What kind of party it is. */
public enum PartyKind {
    STATE,
    ORGANISATION
}
