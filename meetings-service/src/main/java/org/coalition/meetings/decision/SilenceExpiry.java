package org.coalition.meetings.decision;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Announces expired silence procedures that nobody has touched. Every instance may run it: the first one records, once. */
@Singleton
class SilenceExpiry {
    private static final Logger LOG = Logger.getLogger(SilenceExpiry.class);

    private final Decisions decisions;

    SilenceExpiry(Decisions decisions) {
        this.decisions = decisions;
    }

    @Scheduled(every = "${silence.settle-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settleDue() {
        for (UUID decision : decisions.due()) {
            try {
                decisions.settle(decision);
            } catch (RuntimeException failure) {
                // The others must not wait for this one; it is tried again at the next turn.
                LOG.errorf(failure, "Decision %s could not be settled", decision);
            }
        }
    }
}
