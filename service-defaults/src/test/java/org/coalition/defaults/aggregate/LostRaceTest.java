package org.coalition.defaults.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.StaleStateException;
import org.junit.jupiter.api.Test;

class LostRaceTest {
    private int attempts;

    @Test
    void whatGaveWayToAnotherTransactionIsRunAgain() {
        for (RuntimeException lost : List.of(
                new IllegalStateException(new SQLException("deadlock detected", "40P01")),
                new IllegalStateException(new SQLException("could not serialize access", "40001")),
                new OptimisticLockException("the version changed before the row was locked"),
                new StaleStateException("the version changed before the row was written"))) {
            attempts = 0;
            assertEquals("done", LostRace.retried(() -> failing(lost, 3)));
            assertEquals(4, attempts);
        }
    }

    @Test
    void afterFourAttemptsItGivesUp() {
        OptimisticLockException lost = new OptimisticLockException("again and again");
        assertThrows(OptimisticLockException.class, () -> LostRace.retried(() -> failing(lost, 4)));
        assertEquals(4, attempts);
    }

    @Test
    void whatFailedForAnotherReasonMayHaveHappenedAndIsNotRunAgain() {
        for (String state : List.of("08006", "57P01", "23505", "55P03")) {
            attempts = 0;
            RuntimeException failure = new IllegalStateException(new SQLException("failed", state));
            assertThrows(IllegalStateException.class, () -> LostRace.retried(() -> failing(failure, 1)));
            assertEquals(1, attempts);
        }
    }

    private String failing(RuntimeException failure, int times) {
        attempts++;
        if (attempts <= times) {
            throw failure;
        }
        return "done";
    }
}
