package org.coalition.initiatives.contribution;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.Fixtures.through;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coalition.defaults.testing.AtOnce;
import org.coalition.defaults.testing.Topics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerRaceTest {
    private static final int WRITERS = 8;
    private static final String OPEN = "coalition.initiatives";
    private static final String RESTRICTED = "coalition.initiatives.restricted";

    @Test
    void entriesThatArePostedAtOnceAreAllCountedNumberedAndAnnouncedOnce() throws Exception {
        try (Topics topics = Topics.fromNow(OPEN)) {
            String line = contribution(FR, initiative("COALITION"));
            List<Integer> statuses =
                    atOnce(Collections.nCopies(40, () -> post(FR, line + "/entries", entry("COMMITMENT", "1.25"))
                            .statusCode()));
            assertEquals(Collections.nCopies(40, 201), statuses);
            Response now = as(GB).get(line);
            assertEquals(41, now.<Integer>path("version"));
            assertEquals(50.0f, now.<Float>path("committed"));
            assertEquals(upTo(40), as(GB).get(line + "/entries?limit=200").path("items.number"));
            topics.await(message -> isAbout(message, line) && sequence(message) == 41);
            assertEquals(
                    upTo(41),
                    topics.all().stream()
                            .filter(message -> isAbout(message, line))
                            .map(LedgerRaceTest::sequence)
                            .toList());
        }
    }

    @Test
    void ofManyReversalsOfOneEntryOneIsMade() throws Exception {
        String line = contribution(FR, initiative("COALITION"));
        String posted = created(post(FR, line + "/entries", entry("COMMITMENT", "7")));
        List<Integer> statuses = new ArrayList<>(
                atOnce(Collections.nCopies(20, () -> post(FR, posted + "/reversal", Map.of("reason", "entered twice"))
                        .statusCode())));
        assertEquals(1, Collections.frequency(statuses, 201), statuses.toString());
        assertEquals(19, Collections.frequency(statuses, 409), statuses.toString());
        assertEquals(2, as(GB).get(line).<Integer>path("entryCount"));
    }

    /** An entry needs no If-Match and depends on nothing that an edit of the initiative changes: none is refused for it. */
    @Test
    void entriesArePostedWhileTheInitiativeNarrowsAndWidens() throws Exception {
        try (Topics topics = Topics.fromNow(OPEN, RESTRICTED)) {
            String initiative = initiative("COALITION");
            List<String> lines = IntStream.range(0, 4)
                    .mapToObj(i -> contribution(FR, initiative))
                    .toList();
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String line = lines.get(i % lines.size());
                work.add(() -> post(FR, line + "/entries", entry("PLEDGE", "1")).statusCode());
                if (i % 6 == 0) {
                    String visibility = i % 12 == 0 ? "RESTRICTED" : "COALITION";
                    work.add(() -> narrowOrWiden(initiative, visibility));
                }
            }
            List<Integer> statuses = atOnce(work);
            assertEquals(60, Collections.frequency(statuses, 201), statuses.toString());
            assertEquals(10, Collections.frequency(statuses, 200), statuses.toString());
            for (String line : lines) {
                int version = as(FR).get(line).path("version");
                topics.await(message -> isAbout(message, line) && sequence(message) == version);
                assertEquals(
                        upTo(version),
                        topics.all().stream()
                                .filter(message -> isAbout(message, line) && message.value() != null)
                                .map(LedgerRaceTest::sequence)
                                .sorted()
                                .toList());
                assertEquals(upTo(15), as(FR).get(line + "/entries?limit=200").path("items.number"));
            }
        }
    }

    @Test
    void whatIsPostedWhileTheInitiativeIsClosedIsInTheLedgerOrRefused() throws Exception {
        String initiative = initiative("COALITION");
        String line = contribution(FR, initiative);
        through(initiative, "implementation", "finalisation");
        List<Callable<Integer>> work = new ArrayList<>(Collections.nCopies(
                30, () -> post(FR, line + "/entries", entry("PLEDGE", "1")).statusCode()));
        work.add(10, () -> move(GB, initiative + "/closure").statusCode());
        List<Integer> statuses = atOnce(work);
        assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
        int posted = Collections.frequency(statuses, 201);
        assertEquals(30 - posted, Collections.frequency(statuses, 409), statuses.toString());
        assertEquals(posted, as(GB).get(line).<Integer>path("entryCount"));
    }

    /** 32 at once, where fewer fit: as many are taken as fit, and not one more. */
    @Test
    void noMoreIsAllocatedOrDisbursedThanFitsHoweverManyTryAtOnce() throws Exception {
        String line = contribution(FR, initiative("COALITION"));
        created(post(FR, line + "/entries", entry("COMMITMENT", "20")));
        assertTaken(20, AtOnce.atOnce(posts(line, "ALLOCATION")));
        assertTaken(20, AtOnce.atOnce(posts(line, "DISBURSEMENT")));
        as(GB).get(line)
                .then()
                .body("allocated", equalTo(20))
                .body("disbursed", equalTo(20))
                .body("entryCount", equalTo(41));
    }

    @Test
    void noMoreIsDeliveredThanIsAllocatedHoweverManyConfirmAtOnce() throws Exception {
        String line = contribution(FR, initiative("COALITION"), Map.of("unit", "systems"));
        String twenty =
                "{\"kind\":\"%s\",\"quantity\":{\"value\":20,\"unit\":\"systems\"},\"valueDate\":\"2026-01-12\"}";
        created(post(FR, line + "/entries", twenty.formatted("COMMITMENT")));
        created(post(FR, line + "/entries", twenty.formatted("ALLOCATION")));
        List<Integer> statuses = AtOnce.atOnce(Collections.nCopies(
                32, () -> as(UA).post("/v1/delivery-double/" + id(line) + "/1").statusCode()));
        assertEquals(20, Collections.frequency(statuses, 200), statuses.toString());
        assertEquals(12, Collections.frequency(statuses, 422), statuses.toString());
        as(GB).get(line).then().body("delivered", equalTo(20)).body("undelivered", equalTo(0));
    }

    @Test
    void aCommitmentIsReversedOrBuiltUponButNotBoth() throws Exception {
        String line = contribution(FR, initiative("COALITION"));
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String commitment = created(post(FR, line + "/entries", entry("COMMITMENT", "1")));
            work.add(() ->
                    post(FR, commitment + "/reversal", Map.of("reason", "x")).statusCode());
            work.add(() -> post(FR, line + "/entries", entry("ALLOCATION", "1")).statusCode());
        }
        List<Integer> statuses = AtOnce.atOnce(work);
        Response now = as(GB).get(line);
        int committed = now.path("committed");
        int allocated = now.path("allocated");
        assertEquals(16, Collections.frequency(statuses, 201), statuses.toString());
        assertEquals(committed, allocated, "what was not reversed was built upon, to the last");
        assertEquals(0, statuses.stream().filter(status -> status >= 500).count(), statuses.toString());
    }

    private static List<Callable<Integer>> posts(String line, String kind) {
        return Collections.nCopies(
                32, () -> post(FR, line + "/entries", entry(kind, "1")).statusCode());
    }

    private static void assertTaken(int fit, List<Integer> statuses) {
        assertEquals(fit, Collections.frequency(statuses, 201), statuses.toString());
        assertEquals(32 - fit, Collections.frequency(statuses, 422), statuses.toString());
    }

    private static int narrowOrWiden(String initiative, String visibility) {
        while (true) {
            Response answer = patch(GB, initiative, Map.of("visibility", visibility, "visibleTo", List.of("FR")));
            if (answer.statusCode() != 412) {
                return ok(answer).statusCode();
            }
        }
    }

    private static List<Integer> atOnce(List<Callable<Integer>> requests) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : callers.invokeAll(requests)) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            callers.shutdown();
        }
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static boolean isAbout(ConsumerRecord<String, String> message, String line) {
        return line.equals(Topics.header(message, "ce_subject"));
    }

    private static int sequence(ConsumerRecord<String, String> message) {
        return Integer.parseInt(Topics.header(message, "ce_sequence"));
    }
}
