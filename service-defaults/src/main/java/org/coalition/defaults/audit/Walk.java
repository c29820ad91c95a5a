package org.coalition.defaults.audit;

import java.sql.SQLException;

/** Walks through one part of the trail, from link to link. */
interface Walk {
    /**
     * Checks the links after this one; stops at the first that does not hold.
     *
     * @param after as {@link Stretch#last()} gave it; empty at the beginning
     * @param most about as many rows
     */
    Stretch from(String after, int most) throws SQLException;
}
