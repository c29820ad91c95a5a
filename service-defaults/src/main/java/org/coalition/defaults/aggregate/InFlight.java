package org.coalition.defaults.aggregate;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import org.hibernate.Session;

/**
 * Changes under way. What they record bears a time before that at which anybody else can see it, so a report about a time can be
 * had again only if none of them was under way then.
 */
@Singleton
public class InFlight {
    private final Session session;

    InFlight(Session session) {
        this.session = session;
    }

    /**
     * For how long the oldest change that holds rows of one of these tables has been under way; zero if none does. A change takes
     * its rows before it looks at the clock, so nothing that it records is older than that.
     *
     * @param tables names with commas
     */
    public Duration oldest(String tables) {
        BigDecimal seconds = session.createNativeQuery("""
                        SELECT coalesce(extract(epoch FROM clock_timestamp() - min(a.xact_start)), 0)
                        FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid AND a.datname = current_database()
                        WHERE l.relation = ANY (CAST('{' || :tables || '}' AS regclass[]))
                          AND l.mode IN ('RowShareLock', 'RowExclusiveLock') AND l.pid <> pg_backend_pid()""", BigDecimal.class)
                .setParameter("tables", tables)
                .getSingleResult();
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
    }
}
