package org.coalition.meetings.decision;

/** Ends a change that has found a silence which has lasted: that is recorded first, by a change of its own. */
final class Unsettled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsettled() {
        super(null, null, false, false);
    }
}
