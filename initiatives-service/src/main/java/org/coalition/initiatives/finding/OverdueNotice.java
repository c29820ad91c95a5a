package org.coalition.initiatives.finding;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Announces which findings have become overdue. Every instance may run it: the first one records, once for each due date. */
@Singleton
class OverdueNotice {
    private static final Logger LOG = Logger.getLogger(OverdueNotice.class);

    private final Findings findings;

    OverdueNotice(Findings findings) {
        this.findings = findings;
    }

    @Scheduled(every = "${findings.announce-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void announceOverdue() {
        for (UUID finding : findings.toAnnounce()) {
            try {
                findings.announceOverdue(finding);
            } catch (RuntimeException failure) {
                // The others must not wait for this one; it is tried again at the next turn.
                LOG.errorf(failure, "Finding %s could not be announced as overdue", finding);
            }
        }
    }
}
