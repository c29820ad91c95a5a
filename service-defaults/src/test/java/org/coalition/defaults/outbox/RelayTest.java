package org.coalition.defaults.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private RelayRig rig;
    private Ledger ledger;

    @BeforeEach
    void open() throws Exception {
        rig = new RelayRig();
        ledger = rig.ledger();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void withEightWritersThatCommitOutOfOrderNothingIsLostDoubledOrReordered() throws Exception {
        RelayMember relay = rig.join();
        new Writers(rig, ledger).write(400, relay::wake);
        ledger.check(PATIENCE);
        await().until(() -> rig.count("outbox_event") == 0);
        assertEquals(ledger.size(), relay.counter("outbox.published"));
        assertEquals(0, relay.counter("outbox.settle.mismatch"));
    }

    /** What a cursor on the id loses, and what deleting a range of ids would. */
    @Test
    void aRowThatCommitsAfterAHigherIdIsPublishedToo() throws Exception {
        RelayMember relay = rig.join();
        try (Connection late = rig.connect()) {
            late.setAutoCommit(false);
            UUID lower = rig.announce(late, UUID.randomUUID(), 1, rig.topic(), "{}");
            announce(5);
            relay.wake();
            ledger.check(PATIENCE);
            await().until(() -> rig.count("outbox_event") == 0);
            late.commit();
            ledger.committed(lower);
        }
        relay.wake();
        ledger.check(PATIENCE);
    }

    @ParameterizedTest
    @EnumSource(value = CrashPoint.class, names = "RELAY_.*", mode = EnumSource.Mode.MATCH_ALL)
    void aRelayThatFailsAtAnyPlaceStartsOverAndDoublesNothing(CrashPoint place) throws Exception {
        announce(20);
        AtomicInteger left = new AtomicInteger(2);
        rig.join(failing(place, left));
        ledger.check(PATIENCE);
        announce(20);
        ledger.check(PATIENCE);
        await().until(() -> rig.count("outbox_event") == 0);
        assertTrue(left.get() <= 1, "the relay came there and failed");
    }

    @Test
    void whatWasPublishedButNotSettledIsFoundByReadingBack() throws Exception {
        announce(50);
        RelayMember relay = rig.join(failing(CrashPoint.RELAY_AFTER_KAFKA_COMMIT, new AtomicInteger(1)));
        ledger.check(PATIENCE);
        await().until(() -> rig.count("outbox_event") == 0);
        assertEquals(50, relay.counter("outbox.readback.found"));
    }

    /** Shows that the checks above can fail: the same fault without transactions and reading back. */
    @Test
    void inAtLeastOnceModeTheSameFaultDoublesWhatWasPublished() throws Exception {
        rig.mode(OutboxConfig.Mode.AT_LEAST_ONCE);
        announce(50);
        rig.join(failing(CrashPoint.RELAY_AFTER_KAFKA_COMMIT, new AtomicInteger(1)));
        await().atMost(PATIENCE).until(() -> rig.count("outbox_event") == 0);
        assertEquals(50, ledger.doubled());
    }

    @Test
    void inAtLeastOnceModeEverythingArrivesInOrder() throws Exception {
        rig.mode(OutboxConfig.Mode.AT_LEAST_ONCE);
        RelayMember relay = rig.join();
        new Writers(rig, ledger).write(100, relay::wake);
        ledger.check(PATIENCE);
    }

    /** As by SIGSTOP: the leader stands still with its transaction open, loses the lease, and goes on later. */
    @ParameterizedTest
    @EnumSource(
            value = CrashPoint.class,
            names = {
                "RELAY_AFTER_LEASE",
                "RELAY_AFTER_INIT",
                "RELAY_AFTER_READ_BACK",
                "RELAY_BEFORE_KAFKA_COMMIT",
                "RELAY_AFTER_KAFKA_COMMIT"
            })
    void aLeaderThatStandsStillIsReplacedAndStepsDownWhenItGoesOn(CrashPoint place) throws Exception {
        announce(20);
        CountDownLatch stands = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        RelayMember frozen = rig.join(point -> {
            if (point == place && stands.getCount() > 0) {
                stands.countDown();
                awaitUninterrupted(goesOn);
            }
        });
        stands.await();
        RelayMember successor = rig.join();
        await().until(() -> successor.status().leader());
        ledger.check(PATIENCE);
        goesOn.countDown();
        await().until(() -> !frozen.status().leader() && successor.status().leader());
        announce(20);
        ledger.check(PATIENCE);
        await().until(() -> rig.count("outbox_event") == 0);
    }

    @Test
    void threeRelaysThatFailAtRandomUnderEightWritersLoseAndDoubleNothing() throws Exception {
        Random random = new Random(4711);
        CountDownLatch calm = new CountDownLatch(1);
        Consumer<CrashPoint> fault = point -> {
            if (calm.getCount() > 0 && random.nextInt(40) == 0) {
                throw new IllegalStateException("A fault at " + point);
            }
        };
        RelayMember first = rig.join(fault);
        rig.join(fault);
        rig.join(fault);
        new Writers(rig, ledger).write(400, first::wake);
        calm.countDown();
        ledger.check(PATIENCE);
    }

    @Test
    void aStandbyWakesTheLeader() throws Exception {
        rig.times(Duration.ofMinutes(1), Duration.ofSeconds(15));
        RelayMember leader = rig.join();
        await().until(() -> leader.status().leader());
        RelayMember standby = rig.join();
        announce(1);
        standby.wake();
        ledger.check(Duration.ofSeconds(5));
    }

    @Test
    void aLeaderThatLeavesHandsOverAtOnce() throws Exception {
        rig.times(Duration.ofMinutes(1), Duration.ofMillis(250));
        RelayMember leader = rig.join();
        await().until(() -> leader.status().leader());
        RelayMember standby = rig.join();
        leader.leave();
        await().atMost(Duration.ofSeconds(5)).until(() -> standby.status().leader());
    }

    private void announce(int events) throws Exception {
        for (int i = 0; i < events; i++) {
            ledger.committed(rig.announce(UUID.randomUUID(), 1));
        }
    }

    private static Consumer<CrashPoint> failing(CrashPoint place, AtomicInteger times) {
        return point -> {
            if (point == place && times.getAndDecrement() > 0) {
                throw new IllegalStateException("A fault at " + point);
            }
        };
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
