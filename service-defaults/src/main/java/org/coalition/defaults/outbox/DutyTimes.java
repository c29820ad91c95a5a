package org.coalition.defaults.outbox;

import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Sees that a duty is done at its times. A duty that fails waits for its next time: the events do not wait for it. */
final class DutyTimes {
    private static final Logger LOG = Logger.getLogger(DutyTimes.class);

    private final LeaderDuty duty;
    private long due = System.nanoTime();

    DutyTimes(LeaderDuty duty) {
        this.duty = duty;
    }

    /**
     * Does the duty if it is time.
     *
     * @throws SQLException if the connection is of no more use
     */
    void look(OutboxLease lease) throws SQLException, LeaseLost {
        if (System.nanoTime() - due < 0) {
            return;
        }
        due = System.nanoTime() + duty.every().toNanos();
        try {
            if (lease.during(duty)) {
                due = System.nanoTime();
            }
        } catch (SQLException | RuntimeException e) {
            lease.requireUsable(e);
            LOG.warn("The leader's duty was not done and is tried again at its next time", e);
        }
    }
}
