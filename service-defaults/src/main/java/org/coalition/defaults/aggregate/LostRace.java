package org.coalition.defaults.aggregate;

import java.util.function.Supplier;
import org.coalition.defaults.web.SqlFault;

/** A transaction that the database ended for the sake of another one: it did nothing, and may be run again. */
final class LostRace {
    private static final int ATTEMPTS = 4;

    private LostRace() {}

    /** Runs a whole transaction, again if it lost a race. */
    static <T> T retried(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || SqlFault.of(failure) != SqlFault.LOST_RACE) {
                    throw failure;
                }
            }
        }
    }
}
