package org.coalition.defaults.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** What the leader of the relay does beside relaying, so that of all instances only one does it. */
public interface LeaderDuty {
    /** How long after the one time comes the next. */
    Duration every();

    /**
     * Does it, in a transaction of the relay that commits only if this instance leads still.
     *
     * @return whether more is left to do, for which the relay comes back after its next step
     */
    boolean perform(Connection connection) throws SQLException;
}
