package org.coalition.meetings;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.circulated;
import static org.coalition.meetings.Fixtures.closed;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.decision;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.etag;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Changes of a meeting and of what belongs to it, all at once: they wait for each other in one order, so that PostgreSQL never has to
 * end one of them, and none fails.
 */
@QuarkusTest
class LockOrderTest {
    @Inject
    TestClock clock;

    private long deadlocks;

    @BeforeEach
    void count() throws Exception {
        deadlocks = deadlocks();
    }

    @AfterEach
    void noTransactionWasEndedForTheSakeOfAnother() throws Exception {
        assertEquals(deadlocks, deadlocks());
    }

    @Test
    void anAgendaIsReorderedAmidAdditionsAndEditsAndKeepsItsPlaces() throws Exception {
        String meeting = convened("COALITION");
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            items.add(agendaItem(meeting, "Item " + i));
        }
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String title = "Edited " + i;
            calls.add(() -> reorder(meeting).statusCode());
            calls.add(
                    () -> patch(GB_CHAIR, items.get(0), Map.of("title", title)).statusCode());
            calls.add(() -> post(GB_CHAIR, meeting + "/agenda-items", Map.of("kind", "DECISION", "title", title))
                    .statusCode());
        }
        List<Integer> codes = atOnce(calls);
        assertTrue(Set.of(200, 201, 412, 422).containsAll(codes), codes.toString());
        assertEquals(6, Collections.frequency(codes, 201));
        assertEquals(
                IntStream.rangeClosed(1, 10).boxed().toList(),
                as(GB_CHAIR).get(meeting + "/agenda").jsonPath().getList("items.position"));
    }

    @Test
    void ofReorderingsWithOneEtagExactlyOneWins() throws Exception {
        String meeting = convened("COALITION");
        String first = id(agendaItem(meeting, "first"));
        String second = id(agendaItem(meeting, "second"));
        String etag = etag(GB_CHAIR, meeting + "/agenda");
        List<Integer> codes = atOnce(Collections.nCopies(
                8, () -> reorder(meeting, etag, List.of(second, first)).statusCode()));
        assertEquals(1, Collections.frequency(codes, 200), codes.toString());
        assertEquals(7, Collections.frequency(codes, 412), codes.toString());
    }

    @Test
    void decisionsAreTakenWhileTheirMeetingNarrowsAndWidens() throws Exception {
        String meeting = inProgress("COALITION", List.of("FR", "GB"));
        List<String> decisions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String decision = decision(meeting, "CONSENSUS");
            ok(move(GB_CHAIR, decision + "/opening"));
            decisions.add(decision);
        }
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String decision = decisions.get(i % 4);
            Map<String, ?> visibility = i % 2 == 0
                    ? Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))
                    : Map.of("visibility", "COALITION");
            calls.add(() -> as(GB_CHAIR)
                    .header("If-Match", "*")
                    .contentType("application/merge-patch+json")
                    .body(visibility)
                    .patch(meeting)
                    .statusCode());
            calls.add(() ->
                    post(FR, decision + "/positions", Map.of("stance", "FOR")).statusCode());
            calls.add(() -> as(GB_CHAIR)
                    .header("If-Match", "*")
                    .post(decision + "/conclusion")
                    .statusCode());
        }
        List<Integer> codes = atOnce(calls);
        assertTrue(Set.of(200, 409).containsAll(codes), codes.toString());
        for (String decision : decisions) {
            assertEquals("ADOPTED", as(FR).get(decision).jsonPath().getString("status"));
        }
    }

    @Test
    void minutesAreCorrectedAndApprovedWhileTheirMeetingNarrowsAndWidens() throws Exception {
        String meeting = closed("COALITION", List.of("FR", "GB"));
        String minutes = circulated(meeting, clock.instant().plusSeconds(600), "First.", "Second.");
        Map<String, ?> correction = Map.of("section", 1, "text", "Corrected.", "reason", "why");
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String proposed = created(post(FR, minutes + "/corrections", correction));
            Map<String, ?> visibility = i % 2 == 0
                    ? Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))
                    : Map.of("visibility", "COALITION");
            calls.add(() -> as(GB_CHAIR)
                    .header("If-Match", "*")
                    .contentType("application/merge-patch+json")
                    .body(visibility)
                    .patch(meeting)
                    .statusCode());
            calls.add(() -> decide(proposed + "/acceptance"));
            calls.add(() -> decide(proposed + "/rejection"));
            calls.add(() ->
                    post(FR, minutes + "/agreements", Map.of("textVersion", 2)).statusCode());
            calls.add(() -> as(GB_CHAIR)
                    .header("If-Match", "*")
                    .post(minutes + "/approval")
                    .statusCode());
        }
        List<Integer> codes = atOnce(calls);
        assertTrue(Set.of(200, 409).containsAll(codes), codes.toString());
        assertEquals(
                List.of(),
                as(FR).get(minutes + "/corrections?limit=200")
                        .jsonPath()
                        .getList("items.findAll { it.status == 'OPEN' }"));
    }

    @Test
    void statementsAndActionItemsGoOnWhileTheirMeetingNarrowsAndWidens() throws Exception {
        String meeting = inProgress("COALITION", List.of("FR", "GB"));
        String item = agendaItem(meeting, "Statement");
        String statement = created(post(GB_CHAIR, item + "/statements", Map.of("text", "We stand together.")));
        ok(move(GB_CHAIR, statement + "/opening"));
        Map<String, ?> task = Map.of("title", "Train crews", "owner", "FR", "dueOn", "2099-12-31");
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String text = "Version " + i;
            Map<String, ?> visibility = i % 2 == 0
                    ? Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))
                    : Map.of("visibility", "COALITION");
            calls.add(() -> as(GB_CHAIR)
                    .header("If-Match", "*")
                    .contentType("application/merge-patch+json")
                    .body(visibility)
                    .patch(meeting)
                    .statusCode());
            calls.add(() -> as(GB_CHAIR)
                    .header("If-Match", "*")
                    .contentType("application/json")
                    .body(Map.of("text", text))
                    .post(statement + "/versions")
                    .statusCode());
            calls.add(() -> post(FR, statement + "/endorsements", Map.of("versionNumber", 1, "stance", "ENDORSED"))
                    .statusCode());
            calls.add(() -> post(GB_CHAIR, item + "/action-items", task).statusCode());
        }
        List<Integer> codes = atOnce(calls);
        assertTrue(Set.of(200, 201, 409).containsAll(codes), codes.toString());
        assertEquals(8, Collections.frequency(codes, 201));
        assertEquals(9, as(FR).get(statement).jsonPath().getInt("current.number"));
    }

    @Test
    void ofTwoWhoFormOneDelegationOneIsTooLate() throws Exception {
        String meeting = convened("COALITION");
        List<Integer> codes =
                atOnce(Collections.nCopies(8, () -> post(GB_CHAIR, meeting + "/delegations", Map.of("party", "FR"))
                        .statusCode()));
        assertEquals(1, Collections.frequency(codes, 201), codes.toString());
        assertEquals(7, Collections.frequency(codes, 409), codes.toString());
    }

    @Test
    void positionsOfOneDecisionThatComeTogetherAreAllTaken() throws Exception {
        String meeting = inProgress("COALITION", List.of("FR", "GB"));
        String decision = decision(meeting, "CONSENSUS");
        ok(move(GB_CHAIR, decision + "/opening"));
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Map<String, ?> position = Map.of("stance", "FOR", "statement", "Statement " + i);
            String token = i % 2 == 0 ? FR : GB_CHAIR;
            calls.add(() -> post(token, decision + "/positions", position).statusCode());
        }
        assertEquals(Collections.nCopies(16, 200), atOnce(calls));
        assertEquals("\"18\"", etag(FR, decision));
    }

    private static int decide(String path) {
        return as(GB_CHAIR)
                .header("If-Match", "*")
                .contentType("application/json")
                .body(Map.of("reason", "why"))
                .post(path)
                .statusCode();
    }

    private static Response reorder(String meeting) {
        Response agenda = as(GB_CHAIR).get(meeting + "/agenda");
        List<String> order = new ArrayList<>(agenda.jsonPath().getList("items.id", String.class));
        Collections.reverse(order);
        return reorder(meeting, agenda.header("ETag"), order);
    }

    private static Response reorder(String meeting, String etag, List<String> order) {
        return as(GB_CHAIR)
                .header("If-Match", etag)
                .contentType("application/json")
                .body(Map.of("items", order))
                .put(meeting + "/agenda-order");
    }

    private static long deadlocks() throws Exception {
        return MeetingsDatabase.number("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
    }
}
