package org.coalition.defaults.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AggregateTest {
    private static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");

    @Test
    void touchingChangesItAlsoWhenTheClockStandsStillOrHasBeenPutBack() {
        Aggregate thing = new Aggregate(UUID.randomUUID(), NOW) {};
        thing.touch(NOW);
        assertEquals(NOW.plusNanos(1_000), thing.updatedAt());
        thing.touch(NOW.minusSeconds(600));
        assertEquals(NOW.plusNanos(2_000), thing.updatedAt());
        thing.touch(NOW.plusSeconds(1));
        assertEquals(NOW.plusSeconds(1), thing.updatedAt());
    }
}
