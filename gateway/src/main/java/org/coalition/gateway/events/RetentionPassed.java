package org.coalition.gateway.events;

/** Thrown if a cursor lies before what the log still holds: to read on from there would pass over events without a word. */
public final class RetentionPassed extends Exception {
    private static final long serialVersionUID = 1;

    RetentionPassed() {
        super("the log no longer holds what follows there", null, false, false);
    }
}
