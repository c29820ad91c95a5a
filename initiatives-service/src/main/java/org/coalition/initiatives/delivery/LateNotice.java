package org.coalition.initiatives.delivery;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Announces what has become late. Every instance may run it: the first one records, once for each promised day. */
@Singleton
class LateNotice {
    private static final Logger LOG = Logger.getLogger(LateNotice.class);

    private final Deliveries deliveries;

    LateNotice(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Scheduled(every = "${late.announce-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void announceLate() {
        for (UUID delivery : deliveries.toAnnounce()) {
            try {
                deliveries.announceLate(delivery);
            } catch (RuntimeException failure) {
                // The others must not wait for this one; it is tried again at the next turn.
                LOG.errorf(failure, "Delivery %s could not be announced as late", delivery);
            }
        }
    }
}
