package org.coalition.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.acceptance.running.Subscriber;
import org.coalition.local.api.Partner;
import org.coalition.local.process.Await;
import org.coalition.local.stack.Component;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the services stand on goes away and comes back. */
@ExtendWith(Acceptance.class)
class OutageIT {
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("fault.outage.seconds"));

    private static final String FEED = "/v1/changes?since=1970-01-01T00:00:00Z";

    private final RunningSet set;
    private final Component kafka;

    OutageIT(RunningSet set) {
        this.set = set;
        this.kafka = set.processes().kafka();
    }

    @AfterEach
    void leaveItWhole() {
        kafka.resume();
        set.startWhatIsDown();
    }

    @AfterAll
    static void trailsHold(RunningSet set) {
        new Evidence(set).trailsHold();
    }

    /** Open streams of events wait; new ones, and those who poll, are told to come again. */
    @Test
    void withoutABrokerEveryWriteSucceedsAndIsAnnouncedLater() {
        Partner partner = set.as("gb-chair");
        ToldEvents told = ToldEvents.from(set);
        try (Subscriber open = new Subscriber(set.stack().gatewayUrl(), set.bearer("gb-chair"), "");
                Load load = Load.on(set, set.stack().gatewayUrl())) {
            kafka.stop();
            writeFor(OUTAGE, load);
            assertEquals(503, partner.get(FEED).status());
            assertTrue(set.processes().gateway().isReady());
            kafka.startAndAwait();
            load.awaitMore(100);
            assertAllSucceeded(load.stop());
            told.assertTold(open, "GB");
            assertEquals(1, open.connections());
            assertEquals(200, partner.get(FEED).status());
        }
    }

    @Test
    void aSilentBrokerHoldsUpNoRequest() {
        try (Load load = Load.on(set, set.stack().gatewayUrl())) {
            kafka.suspend();
            writeFor(OUTAGE, load);
            kafka.resume();
            load.awaitMore(100);
            assertAllSucceeded(load.stop());
        }
    }

    @Test
    void aKilledDatabaseIsSaidToBeUnavailableAndLosesNothing() {
        try (Load load = Load.on(set, set.stack().gatewayUrl())) {
            set.processes().postgreSql().kill();
            assertTrue(Await.until(OUTAGE, () -> !load.ledger().unsuccessful().isEmpty()), "no write failed");
            set.processes().postgreSql().startAndAwait();
            load.awaitMore(200);
            new Evidence(set).holdsAgainst(load.stop());
        }
    }

    @Test
    void allKilledAtOnceComesBackWithAllThatWasAcknowledged() {
        try (Load load = Load.on(set, set.stack().gatewayUrl())) {
            set.processes().components().parallelStream().forEach(Component::kill);
            set.startWhatIsDown();
            load.awaitMore(200);
            new Evidence(set).holdsAgainst(load.stop());
        }
    }

    private void assertAllSucceeded(Ledger ledger) {
        assertEquals(List.of(), ledger.unsuccessful());
        new Evidence(set).holdsAgainst(ledger);
    }

    /** There is writing at the beginning of the time and at its end. */
    private static void writeFor(Duration length, Load load) {
        long end = System.nanoTime() + length.toNanos();
        do {
            load.awaitMore(20);
        } while (System.nanoTime() < end);
    }
}
