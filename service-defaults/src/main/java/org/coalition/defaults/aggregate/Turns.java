package org.coalition.defaults.aggregate;

import jakarta.inject.Singleton;
import java.util.Collection;
import org.hibernate.Session;

/** Changes that must see each other's result and have no row in common take turns: one after the other has committed. */
@Singleton
public class Turns {
    /** In one order for all, so that nobody waits for whoever waits for it. */
    private static final String TAKE =
            "SELECT count(pg_advisory_xact_lock(turn)) FROM (SELECT hashtextextended(name, 0) AS turn"
                    + " FROM unnest(cast(:names AS text[])) AS name ORDER BY turn OFFSET 0) AS turns";

    private final Session session;

    Turns(Session session) {
        this.session = session;
    }

    /** Waits until no other change of one of these names runs; inside a change only, after the rows that it locks, and once. */
    public void await(Collection<String> names) {
        if (!names.isEmpty()) {
            session.createNativeQuery(TAKE, Long.class)
                    .setParameter("names", names.toArray(String[]::new))
                    .getSingleResult();
        }
    }
}
