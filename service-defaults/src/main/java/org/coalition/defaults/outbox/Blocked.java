package org.coalition.defaults.outbox;

/** What no retry heals: the relay stops, alarms, and looks again every ten seconds whether an operator has acted. */
final class Blocked extends Exception {
    private static final long serialVersionUID = 1L;

    Blocked(String message) {
        super(message);
    }
}
