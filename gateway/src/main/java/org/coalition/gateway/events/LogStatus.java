package org.coalition.gateway.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.coalition.defaults.broker.BrokerFailure;
import org.jboss.logging.Logger;

/** How the reading of the topics is doing, for health and metrics. */
@Singleton
class LogStatus {
    private static final Logger LOG = Logger.getLogger(LogStatus.class);

    private static final long TO_SETTLE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Counter unreadable;
    private final AtomicLong lag = new AtomicLong();
    private final long created = System.nanoTime();
    private volatile boolean available;
    private volatile boolean known;
    private volatile long since;
    private volatile String trouble = "not read yet";

    LogStatus(MeterRegistry meters) {
        unreadable = Counter.builder("coalition.events.unreadable")
                .description("Records that are no event, and are passed over")
                .register(meters);
        Gauge.builder("coalition.events.lag", lag, AtomicLong::get)
                .description("Records of the topics that the gateway has not read yet")
                .baseUnit("records")
                .register(meters);
        Gauge.builder("coalition.events.available", this, status -> status.available ? 1 : 0)
                .description("1 if the topics can be read")
                .strongReference(true)
                .register(meters);
    }

    boolean isAvailable() {
        return available;
    }

    /** Whether the topics have been read at least once, or could have been for so long. */
    boolean isKnown(Duration since) {
        return known || System.nanoTime() - created > since.toNanos();
    }

    /** Whether the topics have been read for a while without a failure, so that what the broker says of them holds. */
    boolean isSettled() {
        return available && System.nanoTime() - since > TO_SETTLE_NANOS;
    }

    void follows(long behind) {
        if (!available) {
            LOG.info("The topics are followed");
            since = System.nanoTime();
        }
        lag.set(behind);
        trouble = null;
        available = true;
        known = true;
    }

    void lost(RuntimeException failure) {
        String told = BrokerFailure.told(failure);
        if (available || trouble != null && !trouble.equals(told)) {
            LOG.warnf("The topics cannot be read, trying again: %s", told);
        }
        available = false;
        trouble = told;
    }

    void unreadable(String what) {
        unreadable.increment();
        LOG.errorf("Passed over what is no event, %s", what);
    }
}
