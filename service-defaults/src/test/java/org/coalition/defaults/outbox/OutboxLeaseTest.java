package org.coalition.defaults.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxLeaseTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Positions NOWHERE = new Positions(Map.of());

    private static RelayRig rig;
    private static Connection connection;

    @BeforeAll
    static void open() throws Exception {
        rig = new RelayRig();
        connection = rig.database().open("test");
    }

    @AfterAll
    static void close() throws Exception {
        connection.close();
        rig.close();
    }

    @BeforeEach
    void empty() throws Exception {
        rig.execute("UPDATE outbox_lease SET owner = '', expires_at = '-infinity', positions = '{}'");
        rig.execute("DELETE FROM outbox_event");
    }

    @Test
    void whileOneHoldsTheLeaseNobodyElseGetsIt() throws Exception {
        assertTrue(acquire("one", LONG).isPresent());
        assertTrue(acquire("two", LONG).isEmpty());
    }

    @Test
    void aLeaseThatRanOutIsTakenWithAHigherEpoch() throws Exception {
        long epoch = acquire("one", Duration.ofMillis(100)).orElseThrow().epoch();
        OutboxLease second = await().atMost(Duration.ofSeconds(5))
                .until(() -> acquire("two", LONG), Optional::isPresent)
                .orElseThrow();
        assertEquals(epoch + 1, second.epoch());
    }

    @Test
    void positionsRiseFromTermToTermWhateverTheClockDoes() throws Exception {
        rig.announce(UUID.randomUUID(), 1);
        OutboxLease first = acquire("one", LONG).orElseThrow();
        assertTrue(first.nextPosition() < first.nextPosition());
        assertEquals(1, first.settle(ids(), NOWHERE));
        long last = first.nextPosition();
        OutboxLease second = acquire("one", LONG).orElseThrow();
        assertTrue(second.nextPosition() > last, "by the clock");
        rig.execute("UPDATE outbox_lease SET position = 8000000000000000000");
        OutboxLease third = acquire("one", LONG).orElseThrow();
        assertEquals(8_000_000_000_000_000_001L, third.nextPosition(), "by what was settled");
        rig.execute("UPDATE outbox_lease SET position = 0");
    }

    @Test
    void aReleasedLeaseIsTakenAtOnce() throws Exception {
        acquire("one", LONG).orElseThrow().release();
        assertTrue(acquire("two", LONG).isPresent());
    }

    @Test
    void whoHoldsTheLeaseCanTakeItAgainAndItsFormerSelfCannotSettle() throws Exception {
        rig.announce(UUID.randomUUID(), 1);
        OutboxLease former = acquire("one", LONG).orElseThrow();
        OutboxLease latter = acquire("one", LONG).orElseThrow();
        assertThrows(LeaseLost.class, () -> former.settle(ids(), NOWHERE));
        assertEquals(1, latter.settle(ids(), NOWHERE));
    }

    @Test
    void whoLostTheLeaseDeletesNothingAndMovesNothing() throws Exception {
        rig.announce(UUID.randomUUID(), 1);
        OutboxLease lost = acquire("one", Duration.ZERO).orElseThrow();
        OutboxLease held = await().until(() -> acquire("two", Duration.ZERO), Optional::isPresent)
                .orElseThrow();
        Positions moved = new Positions(Map.of(new TopicPartition("t", 0), 7L));
        assertThrows(LeaseLost.class, () -> lost.settle(ids(), moved));
        assertEquals(1, rig.count("outbox_event"));
        assertEquals(1, held.settle(ids(), NOWHERE));
        assertEquals(NOWHERE, acquire("two", LONG).orElseThrow().positions());
    }

    @Test
    void settlingDeletesTheRowsThatWereReadAndNoneBetweenThem() throws Exception {
        for (int i = 0; i < 5; i++) {
            rig.announce(UUID.randomUUID(), 1);
        }
        List<Long> ids = ids();
        OutboxLease lease = acquire("one", LONG).orElseThrow();
        assertEquals(3, lease.settle(List.of(ids.get(0), ids.get(2), ids.get(4)), NOWHERE));
        assertEquals(List.of(ids.get(1), ids.get(3)), ids());
    }

    @Test
    void settlingByEventTellsHowManyWereStillWaiting() throws Exception {
        UUID waiting = rig.announce(UUID.randomUUID(), 1);
        OutboxLease lease = acquire("one", LONG).orElseThrow();
        assertEquals(1, lease.settleEvents(List.of(waiting, UUID.randomUUID()), NOWHERE));
        assertEquals(0, rig.count("outbox_event"));
    }

    @Test
    void positionsAreRememberedPerPartition() throws Exception {
        TopicPartition first = new TopicPartition("coalition.meetings", 0);
        TopicPartition second = new TopicPartition("coalition.meetings.restricted", 5);
        OutboxLease lease = acquire("one", LONG).orElseThrow();
        lease.settle(List.of(), new Positions(Map.of(first, 3L, second, 4L)));
        lease.settle(List.of(), new Positions(Map.of(second, 9L)));
        assertEquals(
                Map.of(first, 3L, second, 9L),
                acquire("one", LONG).orElseThrow().positions().offsets());
    }

    private static Optional<OutboxLease> acquire(String owner, Duration length) throws Exception {
        return OutboxLease.acquire(connection, owner, length);
    }

    private static List<Long> ids() throws Exception {
        return new OutboxRows(connection).next(100).stream().map(OutboxRow::id).toList();
    }
}
