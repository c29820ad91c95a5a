package org.coalition.defaults.inbox;

/** A record that is no event of ours. It will never become one, so it is counted and passed over. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String what) {
        super(what, null, false, false);
    }
}
