package org.coalition.gateway.events;

/** Thrown if a cursor is not one that we gave out. */
public final class ForeignCursor extends Exception {
    private static final long serialVersionUID = 1;

    ForeignCursor() {
        super("foreign cursor", null, false, false);
    }
}
