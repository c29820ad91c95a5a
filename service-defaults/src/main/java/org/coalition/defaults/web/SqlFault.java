package org.coalition.defaults.web;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** What a failure of the database means to the caller, by its SQLSTATE (PostgreSQL, appendix A). */
public enum SqlFault {
    /** The database ended the transaction for the sake of another one: it did nothing, and may be run again. */
    LOST_RACE,
    /** A unique or exclusion constraint: another writer was there first. */
    DUPLICATE,
    /** A reference to what is not there. */
    DANGLING,
    /** A value that a check constraint or a column type refuses. */
    REFUSED,
    /** A text that the database cannot hold. */
    BAD_TEXT,
    /** The database cannot be reached, is full, or kept us waiting too long. */
    AWAY,
    /** Another failure of the database, or none of it. */
    OTHER;

    /** Looks through causes and suppressed failures alike: a failed commit hides its reason among the latter. */
    public static SqlFault of(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        while (!open.isEmpty()) {
            Throwable next = open.poll();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof SQLException sql) {
                SqlFault fault = of(sql);
                if (fault != OTHER) {
                    return fault;
                }
            }
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
            Collections.addAll(open, next.getSuppressed());
        }
        return OTHER;
    }

    private static SqlFault of(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return String.valueOf(failure.getMessage()).contains("cquisition timeout") ? AWAY : OTHER;
        }
        return switch (state) {
            case "40P01", "40001" -> LOST_RACE;
            case "23505", "23P01" -> DUPLICATE;
            case "23503" -> DANGLING;
            case "23514", "22001", "22003", "22007", "22008" -> REFUSED;
            case "22021", "22P05" -> BAD_TEXT;
            case "55P03", "57014", "57P01", "57P02", "57P03", "25P03", "25006" -> AWAY;
            default -> state.startsWith("08") || state.startsWith("53") || state.startsWith("58") ? AWAY : OTHER;
        };
    }
}
