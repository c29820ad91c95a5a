package org.coalition.initiatives.initiative;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Announces which initiatives have lost their origin. Every instance may run it: the first one records, once for each origin. */
@Singleton
class MandateNotice {
    private static final Logger LOG = Logger.getLogger(MandateNotice.class);

    private final Initiatives initiatives;

    MandateNotice(Initiatives initiatives) {
        this.initiatives = initiatives;
    }

    @Scheduled(every = "${mandates.announce-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void announceLostMandates() {
        for (UUID initiative : initiatives.toAnnounce()) {
            try {
                initiatives.announceLostMandate(initiative);
            } catch (RuntimeException failure) {
                // The others must not wait for this one; it is tried again at the next turn.
                LOG.errorf(failure, "The lost mandate of initiative %s could not be announced", initiative);
            }
        }
    }
}
