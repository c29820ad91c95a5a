package org.coalition.gateway.route;

import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Leaves a service alone that cannot be reached, so that callers get their answer at once. It opens after some
 * connection failures in a row, of requests or of probes, and closes when a probe is answered: no caller's request is
 * spent on trying. A service that answers with an error is reachable, and not this class's business.
 */
final class Breaker {
    private static final Logger LOG = Logger.getLogger(Breaker.class);

    private final String service;
    private final int threshold;
    private final AtomicInteger failures = new AtomicInteger();

    Breaker(String service, int threshold) {
        this.service = service;
        this.threshold = threshold;
    }

    boolean isOpen() {
        return failures.get() >= threshold;
    }

    void failed(Throwable cause) {
        if (failures.incrementAndGet() == threshold) {
            LOG.warnf("%s cannot be reached (%s); its requests are refused until it answers a probe", service, cause);
        }
    }

    void answered() {
        if (failures.get() != 0 && failures.getAndSet(0) >= threshold) {
            LOG.infof("%s can be reached again", service);
        }
    }
}
