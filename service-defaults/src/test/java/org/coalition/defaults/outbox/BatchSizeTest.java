package org.coalition.defaults.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BatchSizeTest {
    private final BatchSize size = new BatchSize(1000);

    @Test
    void failuresHalveWhatWasTriedDownToOne() {
        size.halve(300);
        assertEquals(150, size.current());
        size.halve(1);
        assertEquals(1, size.current());
    }

    @Test
    void successesDoubleItUpToTheFullSize() {
        size.halve(2);
        for (int i = 0; i < 20; i++) {
            size.grow();
        }
        assertEquals(1000, size.current());
    }
}
