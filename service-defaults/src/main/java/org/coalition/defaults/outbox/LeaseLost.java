package org.coalition.defaults.outbox;

/** Another has taken the lease: this relay steps down. */
final class LeaseLost extends Exception {
    private static final long serialVersionUID = 1L;

    LeaseLost() {
        super("Another instance has taken the lease of the outbox");
    }
}
