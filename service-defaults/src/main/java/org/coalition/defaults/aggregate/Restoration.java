package org.coalition.defaults.aggregate;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.coalition.defaults.outbox.LeaderDuty;
import org.coalition.defaults.outbox.Overtaken;
import org.jboss.logging.Logger;

/**
 * After the database was restored from a backup: each resource of which consumers have seen more than the database knows gets a version
 * that comes after all of it, and is told anew; of one that is no more it is said that it is withheld. So who keeps the last version
 * of each resource has the right one again, and no ETag of what was lost fits anything.
 */
@Singleton
class Restoration implements LeaderDuty {
    private static final Logger LOG = Logger.getLogger(Restoration.class);
    private static final int MOST = 100;

    private final Door door;
    private final Instance<Aggregates<?, ?>> repositories;

    Restoration(Door door, @Any Instance<Aggregates<?, ?>> repositories) {
        this.door = door;
        this.repositories = repositories;
    }

    /** The first time is the beginning of a term, which is when it is found out. */
    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public boolean perform(Connection connection) throws SQLException {
        List<Overtaken> waiting = Overtaken.waiting(connection, MOST);
        long done = waiting.stream().filter(this::isAnnounced).count();
        if (done > 0) {
            LOG.warnf(
                    "The topics held later versions than the database of %d resources, which were announced anew: see outbox_overtaken",
                    done);
        }
        return done == MOST;
    }

    private boolean isAnnounced(Overtaken seen) {
        try {
            repositories.stream()
                    .filter(kind -> kind.noun().equals(seen.noun()))
                    .findFirst()
                    .ifPresentOrElse(
                            kind -> door.beginAnew(kind, seen), () -> LOG.errorf("Nothing here is a %s", seen.noun()));
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s was not announced anew and is tried again", seen.subject());
            return false;
        }
    }
}
