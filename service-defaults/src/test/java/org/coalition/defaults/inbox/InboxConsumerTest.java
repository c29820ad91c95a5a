package org.coalition.defaults.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxConsumerTest {
    private InboxRig rig;

    @BeforeEach
    void open() throws SQLException {
        rig = new InboxRig();
    }

    @AfterEach
    void close() throws InterruptedException {
        rig.close();
    }

    @Test
    void whatIsNotNewerChangesNothing() throws Exception {
        rig.start();
        for (long version : new long[] {1, 3, 2, 3, 1, 4, 4}) {
            rig.send(rig.open(), "a", version);
        }
        rig.awaitTaken(7);
        assertEquals(List.of("4 4"), rig.versions("a"));
        assertEquals(3, rig.status().storedSoFar());
        assertEquals(4, rig.status().staleSoFar());
    }

    @Test
    void itDoesNotMatterWhichOfTwoTopicsComesFirst() throws Exception {
        rig.start();
        rig.send(rig.restricted(), "a", 2);
        rig.awaitTaken(1);
        rig.send(rig.open(), "a", 1);
        rig.withhold("a", 2);
        rig.awaitTaken(3);
        assertEquals(List.of("2 2"), rig.versions("a"));
        assertEquals(2, rig.status().staleSoFar());
    }

    @Test
    void whatWasWithheldIsKnownFromTheRestrictedTopicAndAgainFromItsNewBeginning() throws Exception {
        rig.start();
        rig.send(rig.open(), "a", 1);
        rig.withhold("a", 2);
        rig.awaitTaken(2);
        assertEquals(List.of("1 1"), rig.versions("a"));
        rig.send(rig.restricted(), "a", 2);
        rig.awaitTaken(3);
        assertEquals(List.of("2 2"), rig.versions("a"));
        Map<String, String> beginning = InboxRig.headers("a", 3);
        beginning.put("ce_sequencestart", "true");
        rig.send(rig.open(), beginning, "a", "{\"after\":{\"state\":3}}");
        rig.awaitTaken(4);
        assertEquals(List.of("3 3"), rig.versions("a"));
    }

    @Test
    void aConsumerThatStartsAgainGoesOnWhereTheLastOneStopped() throws Exception {
        rig.start();
        rig.send(rig.open(), "a", 1);
        rig.awaitTaken(1);
        rig.stop();
        rig.send(rig.open(), "a", 2);
        rig.send(rig.restricted(), "b", 1);
        rig.start();
        rig.awaitTaken(2);
        assertEquals(List.of("2 2"), rig.versions("a"));
        assertEquals(List.of("1 1"), rig.versions("b"));
        assertEquals(2, rig.status().storedSoFar());
        assertEquals(0, rig.status().staleSoFar());
    }

    @Test
    void aBatchThatWasStoredButNotConfirmedIsReadAgainAndChangesNothing() throws Exception {
        AtomicBoolean fails = new AtomicBoolean(true);
        rig.send(rig.open(), "a", 1);
        rig.start("a-service", kafka -> failingToCommitOnce(kafka, fails));
        rig.awaitTaken(2);
        assertEquals(List.of("1 1"), rig.versions("a"));
        assertEquals(1, rig.status().storedSoFar());
        assertEquals(1, rig.status().staleSoFar());
        InboxRig.await(() -> rig.status().waitingFor() == null);
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsPassedOver() throws Exception {
        rig.execute("ALTER TABLE read_copy RENAME TO away");
        rig.send(rig.open(), "a", 1);
        rig.start();
        InboxRig.await(() -> String.valueOf(rig.status().waitingFor()).contains("read_copy"));
        rig.execute("ALTER TABLE away RENAME TO read_copy");
        rig.awaitTaken(1);
        rig.execute("ALTER TABLE read_copy RENAME TO away");
        rig.send(rig.open(), "a", 2);
        InboxRig.await(() -> rig.status().waitingFor() != null);
        rig.execute("ALTER TABLE away RENAME TO read_copy");
        rig.awaitTaken(2);
        assertEquals(List.of("2 2"), rig.versions("a"));
        InboxRig.await(() -> rig.status().waitingFor() == null);
        assertEquals(0, rig.status().skippedSoFar());
    }

    /** The documented replay: an empty table and a group that Kafka does not know. */
    @Test
    void aReplayFromZeroGivesTheSameState() throws Exception {
        long seed = System.nanoTime();
        int sent = sendManyVersionsOutOfOrder(new Random(seed));
        rig.start();
        rig.awaitTaken(sent);
        List<String> state = rig.state();
        assertEquals(20, state.size(), "seed " + seed);
        rig.stop();
        rig.execute("TRUNCATE read_copy");
        rig.start("another-group", kafka -> kafka);
        rig.awaitTaken(sent);
        assertEquals(state, rig.state(), "seed " + seed);
        for (int thing = 0; thing < 20; thing++) {
            assertEquals(List.of("12 12"), rig.versions("thing-" + thing), "seed " + seed);
        }
    }

    @Test
    void aConsumerThatHasCaughtUpSaysSo() {
        rig.send(rig.open(), "a", 1);
        rig.start();
        rig.awaitTaken(1);
        InboxRig.await(() -> rig.status().waitingFor() == null && rig.status().lag() == 0);
        assertNull(rig.status().waitingFor());
    }

    /** Twelve versions of twenty things on two topics, each a few times, in no order. */
    private int sendManyVersionsOutOfOrder(Random random) {
        List<Runnable> records = new ArrayList<>();
        for (int thing = 0; thing < 20; thing++) {
            String name = "thing-" + thing;
            for (int i = 1; i <= 12; i++) {
                long version = i;
                String topic = random.nextBoolean() ? rig.open() : rig.restricted();
                records.addAll(Collections.nCopies(1 + random.nextInt(2), () -> rig.send(topic, name, version)));
            }
            records.add(() -> rig.withhold(name, 5));
            records.add(() -> rig.send(rig.open(), Map.of(), name, "garbage"));
        }
        Collections.shuffle(records, random);
        records.forEach(Runnable::run);
        assertTrue(records.size() >= 280);
        return records.size();
    }

    @SuppressWarnings("unchecked")
    private static Consumer<String, byte[]> failingToCommitOnce(Consumer<String, byte[]> kafka, AtomicBoolean fails) {
        return (Consumer<String, byte[]>) Proxy.newProxyInstance(
                Consumer.class.getClassLoader(), new Class<?>[] {Consumer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commitSync") && fails.compareAndSet(true, false)) {
                        throw new IllegalStateException("the broker went away before it was told");
                    }
                    try {
                        return method.invoke(kafka, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
