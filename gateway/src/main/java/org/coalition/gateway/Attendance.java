package org.coalition.gateway;

import java.util.concurrent.atomic.AtomicInteger;

/** What the doors have in common: the port, the number of requests under way, and whether it is closing time. */
final class Attendance {
    private volatile int port;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean closing;

    Attendance(int port) {
        this.port = port;
    }

    /** The port that is open; before that, the one asked for. */
    int port() {
        return port;
    }

    void listening(int actual) {
        port = actual;
    }

    void begun() {
        underWay.incrementAndGet();
    }

    void ended() {
        underWay.decrementAndGet();
    }

    boolean isIdle() {
        return underWay.get() <= 0;
    }

    boolean isClosing() {
        return closing;
    }

    /** From now on each answer ends its connection. */
    void close() {
        closing = true;
    }
}
