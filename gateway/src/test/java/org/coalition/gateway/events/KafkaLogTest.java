package org.coalition.gateway.events;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.coalition.defaults.testing.Broker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log over a broker of its own, which can be stopped and whose records can be deleted. */
class KafkaLogTest {
    private static final int RING = 8;
    private static Broker broker;
    private static Announcer announcer;

    private final String meeting = UUID.randomUUID().toString();
    private KafkaLog log;

    @BeforeAll
    static void startBroker() {
        broker = Broker.start();
        announcer = new Announcer(broker.address());
    }

    @AfterAll
    static void stopBroker() {
        announcer.close();
        broker.close();
    }

    @BeforeEach
    void open() {
        log = newLog();
    }

    @AfterEach
    void close() throws InterruptedException {
        log.stop(null);
    }

    private static KafkaLog newLog() {
        KafkaLog log = new KafkaLog(
                new Settings(RING, Duration.ZERO),
                new Clients(Map.of("bootstrap.servers", broker.address())),
                new LogStatus(new SimpleMeterRegistry()));
        log.start(null);
        await().until(() -> isAvailable(log));
        return log;
    }

    @Test
    void theTwoTopicsAreOneOrder() throws Exception {
        Cursor begin = log.end();
        announcer.tell(version(1), version(2).restrictedTo("GB"));
        announcer.tell(version(3));
        announcer.tell(version(4).restrictedTo("GB"), version(5), version(6).restrictedTo("GB"));
        announcer.tell(version(7).restrictedTo("GB"));
        announcer.tell(version(8), Announcement.ofInitiative(UUID.randomUUID().toString(), 1));
        assertEquals(IntStream.rangeClosed(1, 8).boxed().toList(), sequences(read(begin, 9)));
    }

    @Test
    void anOpenTransactionHoldsBackWhatFollowsAndAnAbortedOneIsNothing() throws Exception {
        Cursor begin = log.end();
        announcer.begin(version(1).restrictedTo("GB"), version(2));
        log.await(begin, Duration.ofMillis(300));
        assertEquals(List.of(), log.read(begin, 10).events());
        announcer.abort();
        announcer.tell(version(1));
        assertEquals(List.of(1), sequences(read(begin, 1)));
    }

    @Test
    void whoComesBackToAnyPlaceGetsTheRestOfItOnce() throws Exception {
        Cursor begin = log.end();
        for (int i = 1; i <= 30; i++) {
            Announcement one = version(i);
            announcer.tell(
                    i % 3 == 0 ? one.restrictedTo("GB") : one,
                    Announcement.of(UUID.randomUUID().toString(), 1));
        }
        List<Cursor> places = new ArrayList<>(List.of(begin));
        List<String> ids = new ArrayList<>();
        while (ids.size() < 60) {
            Batch batch = log.read(places.get(places.size() - 1), 1);
            if (batch.events().isEmpty()) {
                log.await(batch.next(), Duration.ofSeconds(1));
            } else {
                ids.add(batch.events().get(0).id());
                places.add(batch.next());
            }
        }
        assertEquals(60, Set.copyOf(ids).size());
        // Another gateway, which may have got them in another order.
        KafkaLog other = newLog();
        try {
            for (int i = 0; i < 60; i += 7) {
                List<LoggedEvent> rest = read(other, places.get(i), 60 - i);
                assertEquals(
                        Set.copyOf(ids.subList(i, 60)),
                        rest.stream().map(LoggedEvent::id).collect(Collectors.toSet()));
                assertEquals(60 - i, rest.size());
                List<Integer> sequences = sequences(rest);
                assertEquals(sequences.stream().sorted().toList(), sequences);
            }
        } finally {
            other.stop(null);
        }
    }

    @Test
    void aTimeIsAPlaceToo() throws Exception {
        announcer.tell(version(1));
        long told = System.currentTimeMillis();
        Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> System.currentTimeMillis() > told);
        Instant time = Instant.now();
        announcer.tell(version(2));
        Cursor place = log.at(time).get(10, TimeUnit.SECONDS);
        assertEquals(List.of(2), sequences(read(place, 1)));
    }

    @Test
    void whatTheTopicsNoLongerHoldIsRefusedAndNotPassedOver() throws Exception {
        Cursor begin = log.end();
        for (int i = 1; i <= 2 * RING; i++) {
            announcer.tell(version(i));
        }
        Cursor later = log.read(begin, RING).next();
        assertEquals(2 * RING, read(begin, 2 * RING).size());
        TopicPartition partition = new TopicPartition("coalition.meetings", Announcement.partition(meeting));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            long before =
                    begin.offset(Layout.of(new Settings(RING, Duration.ZERO)).place(partition)) + 2;
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(before)))
                    .all()
                    .get();
        }
        assertThrows(RetentionPassed.class, () -> log.read(begin, 10));
        assertTrue(!log.read(later, 10).events().isEmpty());
        ExecutionException failure = assertThrows(
                ExecutionException.class, () -> log.at(Instant.EPOCH).get(10, TimeUnit.SECONDS));
        assertTrue(failure.getCause() instanceof RetentionPassed, failure.toString());
    }

    @Test
    void aPlaceBehindTheEndIsNoPlace() throws Exception {
        Cursor beyond = log.end().after(0, 1_000_000);
        // At first it may be the broker that does not yet know them.
        assertThrows(LogUnavailable.class, () -> log.read(beyond, 1));
    }

    @Test
    void whileTheBrokerIsAwayItSaysSoAndThenGoesOn() throws Exception {
        Cursor begin = log.end();
        announcer.tell(version(1));
        Cursor place = readTo(begin, 1);
        broker.pause();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> !isAvailable(log));
            assertThrows(LogUnavailable.class, () -> log.read(place, 1));
        } finally {
            broker.resume();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> isAvailable(log));
        announcer.close();
        announcer = new Announcer(broker.address());
        announcer.tell(version(2));
        assertEquals(List.of(2), sequences(read(place, 1)));
    }

    private static boolean isAvailable(KafkaLog log) {
        try {
            return log.end() != null;
        } catch (LogUnavailable e) {
            return false;
        }
    }

    private Announcement version(int sequence) {
        return Announcement.of(meeting, sequence);
    }

    private List<Integer> sequences(List<LoggedEvent> events) {
        return events.stream()
                .filter(event -> event.stream().equals(meeting))
                .map(event -> Integer.parseInt(event.attribute("sequence")))
                .toList();
    }

    private List<LoggedEvent> read(Cursor from, int count) throws Exception {
        return read(log, from, count);
    }

    private Cursor readTo(Cursor from, int count) throws Exception {
        assertEquals(count, read(from, count).size());
        return log.read(from, count).next();
    }

    private static List<LoggedEvent> read(KafkaLog log, Cursor from, int count) throws Exception {
        List<LoggedEvent> events = new ArrayList<>();
        Cursor place = from;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (events.size() < count) {
            Batch batch = log.read(place, 7);
            events.addAll(batch.events());
            place = batch.next();
            if (batch.events().isEmpty()) {
                log.await(place, Duration.ofSeconds(1));
            }
            assertTrue(System.nanoTime() < deadline, () -> "only " + events);
        }
        return events;
    }
}
