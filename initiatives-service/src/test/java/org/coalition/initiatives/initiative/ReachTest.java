package org.coalition.initiatives.initiative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final UUID START = new UUID(0, 0);

    @Test
    void everyNodeIsVisitedOnceAlsoInACircle() {
        AtomicInteger steps = new AtomicInteger();
        Reach reach = Reach.from(List.of(START), level -> {
            steps.incrementAndGet();
            return level.stream()
                    .map(id -> new UUID(0, (id.getLeastSignificantBits() + 1) % 3))
                    .toList();
        });
        assertEquals(Set.of(START, new UUID(0, 1), new UUID(0, 2)), reach.nodes());
        assertFalse(reach.cut());
        assertEquals(3, steps.get());
    }

    @Test
    void whatHasNoEndIsCut() {
        assertTrue(Reach.from(List.of(START), level -> level.stream()
                        .map(id -> new UUID(0, id.getLeastSignificantBits() + 1))
                        .toList())
                .cut());
        assertFalse(Reach.from(List.of(START), level -> List.of()).cut());
    }
}
