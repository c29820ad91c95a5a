package org.coalition.initiatives.reconciliation;

/** How giver and recipients stand to the figures of a line. */
public enum ReconciliationStatus {
    /** Something was given or received, and the figures differ. */
    OPEN,
    /** Both state the same figure, or have agreed on one although theirs differ. */
    AGREED,
    /** One of them has said why it does not accept the figures. */
    DISPUTED
}
