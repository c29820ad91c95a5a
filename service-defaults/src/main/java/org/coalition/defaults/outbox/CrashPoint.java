package org.coalition.defaults.outbox;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The places in the way of a write, and of its event to a webhook, where a crash would hurt most. A fault test arms one with the system property
 * {@code coalition.crash-point=after-commit:20}: the process halts, as by kill -9, when it comes there for the
 * twentieth time. Unarmed, a point costs one comparison.
 */
public enum CrashPoint {
    BEFORE_COMMIT,
    AFTER_COMMIT,
    RELAY_AFTER_LEASE,
    RELAY_AFTER_INIT,
    RELAY_AFTER_READ_BACK,
    RELAY_BEFORE_SEND,
    RELAY_BEFORE_KAFKA_COMMIT,
    RELAY_AFTER_KAFKA_COMMIT,
    RELAY_AFTER_SETTLE,
    FANOUT_BEFORE_COMMIT,
    FANOUT_AFTER_COMMIT,
    DELIVERY_AFTER_CLAIM,
    DELIVERY_BEFORE_RECORD,
    DELIVERY_AFTER_RECORD;

    private static final String SETTING = System.getProperty("coalition.crash-point", "");
    private static final CrashPoint ARMED = SETTING.isEmpty()
            ? null
            : valueOf(SETTING.replaceAll(":.*", "").replace('-', '_').toUpperCase(Locale.ROOT));
    private static final AtomicInteger LEFT =
            new AtomicInteger(SETTING.contains(":") ? Integer.parseInt(SETTING.replaceAll(".*:", "")) : 1);

    /** Halts the process if this point is armed and its count is up. */
    public void reached() {
        if (this == ARMED && LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(137);
        }
    }
}
