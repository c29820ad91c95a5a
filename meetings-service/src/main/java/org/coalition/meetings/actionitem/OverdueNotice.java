package org.coalition.meetings.actionitem;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Announces what has become overdue. Every instance may run it: the first one records, once for each due date. */
@Singleton
class OverdueNotice {
    private static final Logger LOG = Logger.getLogger(OverdueNotice.class);

    private final ActionItems items;

    OverdueNotice(ActionItems items) {
        this.items = items;
    }

    @Scheduled(every = "${overdue.announce-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void announceOverdue() {
        for (UUID item : items.toAnnounce()) {
            try {
                items.announceOverdue(item);
            } catch (RuntimeException failure) {
                // The others must not wait for this one; it is tried again at the next turn.
                LOG.errorf(failure, "Action item %s could not be announced as overdue", item);
            }
        }
    }
}
