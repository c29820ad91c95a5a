package org.coalition.initiatives.milestone;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Announces which milestones have become overdue. Every instance may run it: the first one records, once for each due date. */
@Singleton
class OverdueNotice {
    private static final Logger LOG = Logger.getLogger(OverdueNotice.class);

    private final Milestones milestones;

    OverdueNotice(Milestones milestones) {
        this.milestones = milestones;
    }

    @Scheduled(every = "${milestones.announce-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void announceOverdue() {
        for (UUID milestone : milestones.toAnnounce()) {
            try {
                milestones.announceOverdue(milestone);
            } catch (RuntimeException failure) {
                // The others must not wait for this one; it is tried again at the next turn.
                LOG.errorf(failure, "Milestone %s could not be announced as overdue", milestone);
            }
        }
    }
}
