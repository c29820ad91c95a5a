package org.coalition.defaults.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** How the outbox and its relay are doing, for health and metrics. Written by the relay's threads, read by all. */
final class RelayStatus {
    private static final OutboxRows.Backlog UNKNOWN = new OutboxRows.Backlog(-1, 0, 0);

    private final Duration degradedAfter;
    private final Counter published;
    private final Counter takeovers;
    private final Counter mismatches;
    private final Counter found;
    private final Timer publishing;

    private volatile boolean leader;
    private volatile String failure;
    private volatile String blockedBy;
    private volatile OutboxRows.Backlog backlog = UNKNOWN;

    RelayStatus(MeterRegistry meters, Duration degradedAfter) {
        this.degradedAfter = degradedAfter;
        gauge("outbox.rows", "Events that wait; -1 if the database does not say", status -> status.backlog.rows())
                .register(meters);
        gauge("outbox.oldest.age", "Age of the first event that may go", status -> status.backlog.oldestSeconds())
                .baseUnit("seconds")
                .register(meters);
        gauge("outbox.parked", "Aggregates whose events wait for an operator", status -> status.backlog.parked())
                .register(meters);
        gauge("outbox.leader", "1 if this instance relays", status -> status.leader ? 1 : 0)
                .register(meters);
        gauge("outbox.blocked", "1 if the relay waits for an operator", status -> status.blockedBy == null ? 0 : 1)
                .register(meters);
        published = counter(meters, "outbox.published", "Events that this instance has published");
        takeovers = counter(meters, "outbox.takeovers", "How often it has come to lead");
        mismatches = counter(meters, "outbox.settle.mismatch", "Batches of which somebody else had deleted rows");
        found = counter(meters, "outbox.readback.found", "Events found published that a leader before had not settled");
        publishing = Timer.builder("outbox.publish")
                .description("A batch, from its first record to its settling")
                .register(meters);
    }

    private static Counter counter(MeterRegistry meters, String name, String what) {
        return Counter.builder(name).description(what).register(meters);
    }

    private Gauge.Builder<RelayStatus> gauge(String name, String what, ToDoubleFunction<RelayStatus> value) {
        return Gauge.builder(name, this, value).description(what).strongReference(true);
    }

    boolean leader() {
        return leader;
    }

    OutboxRows.Backlog backlog() {
        return backlog;
    }

    /** Why an operator is needed; null if none is. */
    String blockedBy() {
        return blockedBy;
    }

    /** Why this instance does not relay as it should; null if nothing hinders it. */
    String reason() {
        return blockedBy == null ? failure : blockedBy;
    }

    /** {@code ok}; {@code degraded} if events wait too long, are parked or cannot be counted; {@code blocked}. */
    String state() {
        if (blockedBy != null) {
            return "blocked";
        }
        OutboxRows.Backlog now = backlog;
        boolean late = now.oldestSeconds() > degradedAfter.toMillis() / 1000.0;
        return late || now.parked() > 0 || now.rows() < 0 ? "degraded" : "ok";
    }

    void leads() {
        takeovers.increment();
        leader = true;
        failure = null;
        blockedBy = null;
    }

    void stepsDown() {
        leader = false;
    }

    /** Another leads, so what hindered this one is no longer of interest. */
    void standsBy() {
        failure = null;
        blockedBy = null;
    }

    void readBack(int events) {
        found.increment(events);
    }

    void published(int events, int settled, long nanos) {
        published.increment(events);
        publishing.record(nanos, TimeUnit.NANOSECONDS);
        if (settled != events) {
            mismatches.increment();
        }
    }

    /** Tells whether this is news. */
    boolean blocks(String reason) {
        boolean news = !reason.equals(blockedBy);
        blockedBy = reason;
        return news;
    }

    /** Tells whether this is the first failure since the relay last led. */
    boolean fails(String reason) {
        boolean first = failure == null;
        failure = reason;
        return first;
    }

    void measured(OutboxRows.Backlog now) {
        backlog = now;
    }

    void unmeasured() {
        backlog = UNKNOWN;
    }
}
