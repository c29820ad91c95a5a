package org.coalition.defaults.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** How the inbox is doing, for health and metrics. */
final class InboxStatus {
    private final Counter stored;
    private final Counter stale;
    private final Counter skipped;
    private volatile String waitingFor = "its first turn";
    private volatile long lag;

    InboxStatus(MeterRegistry meters) {
        stored = counter(meters, "stored");
        stale = counter(meters, "stale");
        skipped = counter(meters, "skipped");
        Gauge.builder("inbox.lag", this, status -> status.lag)
                .description("Records that stand in the topics and were not stored yet")
                .baseUnit("records")
                .register(meters);
        Gauge.builder("inbox.available", this, status -> status.waitingFor == null ? 1 : 0)
                .description("1 while the topics are read")
                .register(meters);
    }

    void stored(int newer, int received) {
        stored.increment(newer);
        stale.increment(received - (double) newer);
    }

    void skipped() {
        skipped.increment();
    }

    void follows(long recordsBehind) {
        waitingFor = null;
        lag = recordsBehind;
    }

    void waits(String reason) {
        waitingFor = reason;
    }

    /** Why the inbox does not read on; null while it does. */
    String waitingFor() {
        return waitingFor;
    }

    long lag() {
        return lag;
    }

    long storedSoFar() {
        return (long) stored.count();
    }

    long staleSoFar() {
        return (long) stale.count();
    }

    long skippedSoFar() {
        return (long) skipped.count();
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("inbox.records")
                .description("Records read from other services' topics")
                .tag("outcome", outcome)
                .register(meters);
    }
}
