package org.coalition.gateway.events;

/** Thrown if the log cannot be read at the moment; the message says why, fit for a caller. */
public final class LogUnavailable extends Exception {
    private static final long serialVersionUID = 1;

    LogUnavailable(String detail) {
        super(detail, null, false, false);
    }

    /** For the usual reason. */
    static LogUnavailable now() {
        return new LogUnavailable("The log of events cannot be read at the moment.");
    }
}
