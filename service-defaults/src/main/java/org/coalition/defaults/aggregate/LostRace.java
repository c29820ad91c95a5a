package org.coalition.defaults.aggregate;

import jakarta.persistence.OptimisticLockException;
import java.util.function.Supplier;
import org.coalition.defaults.web.SqlFault;
import org.hibernate.StaleStateException;

/** A transaction that gave way to another one: it did nothing, and may be run again. */
final class LostRace {
    private static final int ATTEMPTS = 4;

    private LostRace() {}

    /** Runs a whole transaction, again if it lost a race. */
    static <T> T retried(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !isLost(failure)) {
                    throw failure;
                }
            }
        }
    }

    /** What was read without a lock had changed when it was locked or written, or the database says so by itself. */
    private static boolean isLost(RuntimeException failure) {
        return failure instanceof OptimisticLockException
                || failure instanceof StaleStateException
                || SqlFault.of(failure) == SqlFault.LOST_RACE;
    }
}
