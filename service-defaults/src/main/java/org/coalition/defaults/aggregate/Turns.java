package org.coalition.defaults.aggregate;

import jakarta.inject.Singleton;
import org.hibernate.Session;

/** Changes that must see each other's result and have no row in common take turns: one after the other has committed. */
@Singleton
public class Turns {
    private final Session session;

    Turns(Session session) {
        this.session = session;
    }

    /** Waits until no other change of this name runs; inside a change only, after the rows that it locks. */
    public void await(String name) {
        session.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:name, 0))", Integer.class)
                .setParameter("name", name)
                .getSingleResult();
    }
}
