package org.coalition.initiatives.enduse;

/** What a check has found of an article. */
public enum CheckOutcome {
    PRESENT,
    /** Not shown, so that its inventory is still to be done. */
    NOT_PRESENTED,
    LOST,
    DAMAGED,
    EXPENDED
}
