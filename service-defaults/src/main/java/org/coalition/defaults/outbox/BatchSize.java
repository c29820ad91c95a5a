package org.coalition.defaults.outbox;

/**
 * How many rows go at once: as configured, or fewer while the one that Kafka refuses is being looked for among many. Each
 * failure halves, each success doubles.
 */
final class BatchSize {
    private final int full;
    private int current;

    BatchSize(int full) {
        this.full = full;
        this.current = full;
    }

    int current() {
        return current;
    }

    void halve(int failed) {
        current = Math.max(1, failed / 2);
    }

    void grow() {
        current = Math.min(full, current * 2);
    }
}
