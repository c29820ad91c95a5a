package org.coalition.initiatives.review;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Announces which approvals have become void. Every instance may run it: the first one records, once for each content. */
@Singleton
class VoidNotice {
    private static final Logger LOG = Logger.getLogger(VoidNotice.class);

    private final Reviews reviews;

    VoidNotice(Reviews reviews) {
        this.reviews = reviews;
    }

    @Scheduled(every = "${reviews.announce-every:30s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void announceVoid() {
        for (UUID review : reviews.toAnnounce()) {
            try {
                reviews.announceVoid(review);
            } catch (RuntimeException failure) {
                // The others must not wait for this one; it is tried again at the next turn.
                LOG.errorf(failure, "The approval by review %s could not be announced as void", review);
            }
        }
    }
}
