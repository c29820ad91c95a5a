package org.coalition.defaults.aggregate;

import jakarta.inject.Singleton;
import org.hibernate.Session;

/**
 * Numbers without gaps, which a database sequence cannot give: a number taken by a change that does not commit is given
 * again. Changes that take numbers of one series wait for each other.
 */
@Singleton
public class GaplessNumbers {
    private final Session session;

    GaplessNumbers(Session session) {
        this.session = session;
    }

    /** The next number of a series, from 1; inside a change only. */
    public long next(String series) {
        return session.createNativeQuery("""
                        INSERT INTO gapless_number AS n (series, last) VALUES (:series, 1)
                        ON CONFLICT (series) DO UPDATE SET last = n.last + 1 RETURNING last""", Long.class)
                .setParameter("series", series)
                .getSingleResult();
    }
}
