package org.coalition.acceptance.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.EventLog;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only GB, FR and UA may know does not exist for anybody else, whichever way it is asked for. */
@ExtendWith(Acceptance.class)
class NeedToKnowIT {
    private static final String SECRET = "Known to three parties only";

    private static RunningSet set;
    private static Partner chair;
    private static String before;
    private static String meeting;
    private static String delegation;
    private static String item;
    private static String decision;
    private static String recommendation;
    private static String initiative;
    private static String contribution;
    private static String entry;

    @BeforeAll
    static void meetInSecret(RunningSet running) {
        set = running;
        chair = set.as("gb-chair");
        before = totalsOf(set.as("us-contributor"));
        meeting = made(chair.post("/v1/meetings", meeting("RESTRICTED")));
        done(chair.act(meeting, "convening", null));
        delegation = made(chair.post(meeting + "/delegations", Map.of("party", "FR")));
        item = made(chair.post(meeting + "/agenda-items", Map.of("kind", "DECISION", "title", SECRET)));
        done(chair.act(meeting, "opening", null));
        decision = made(chair.post(
                item + "/decisions",
                Map.of("text", SECRET, "adoptionRule", "CONSENSUS", "entitledParties", List.of("FR", "UA"))));
        done(chair.act(decision, "opening", null));
        recommendation = made(chair.post(
                item + "/recommendations", Map.of("area", SECRET, "focus", SECRET, "outcomeTarget", SECRET)));
        initiative = made(RunningSet.whenLearned(() -> chair.post("/v1/initiatives", initiative())));
        contribution = made(set.as("fr-contributor").post(initiative + "/contributions", line()));
        entry = made(set.as("fr-contributor").post(contribution + "/entries", pledge()));
    }

    @Test
    void theListedPartiesSeeAllOfIt() {
        for (String path : all()) {
            assertEquals(200, set.as("fr-contributor").get(path).status(), path);
            assertEquals(200, set.as("ua-contributor").get(path).status(), path);
        }
    }

    @Test
    void byIdItIsAnsweredAsIfItDidNotExist() {
        for (Partner stranger : strangers()) {
            for (String path : all()) {
                Answer refused = stranger.get(path);
                String unknown = UUID.randomUUID().toString();
                Answer missing = stranger.get(path.substring(0, path.lastIndexOf('/') + 1) + unknown);
                assertEquals(404, refused.status(), path);
                assertEquals(
                        anonymised(missing.text(), unknown),
                        anonymised(refused.text(), path.substring(path.lastIndexOf('/') + 1)),
                        path);
            }
            for (String below : List.of(meeting + "/agenda", meeting + "/delegations", contribution + "/entries")) {
                assertEquals(404, stranger.get(below).status(), below);
            }
        }
    }

    @Test
    void itIsAbsentFromListsAndFilters() {
        for (Partner stranger : strangers()) {
            for (String list : List.of(
                    "/v1/meetings",
                    "/v1/meetings?level=EXPERT",
                    "/v1/meetings?host=GB",
                    "/v1/decisions",
                    "/v1/decisions?meetingId=" + id(meeting),
                    "/v1/decisions?agendaItemId=" + id(item),
                    "/v1/recommendations",
                    "/v1/recommendations?meetingId=" + id(meeting),
                    "/v1/initiatives",
                    "/v1/initiatives?aspect=CYBER_DEFENSE",
                    "/v1/initiatives?originDecision=" + id(decision),
                    "/v1/contributions",
                    "/v1/contributions?initiativeId=" + id(initiative),
                    "/v1/contributions?party=FR")) {
                for (JsonNode found : stranger.all(list)) {
                    assertFalse(found.toString().contains(SECRET), list);
                }
            }
        }
    }

    @Test
    void noTraceLeadsToIt() {
        for (Partner stranger : strangers()) {
            for (String path : List.of(meeting, item, decision, recommendation, initiative, contribution)) {
                assertEquals(404, stranger.get(trace(path)).status(), path);
            }
        }
        Answer shown = set.as("fr-contributor").get(trace(meeting));
        assertTrue(shown.text().contains(id(contribution)), shown::text);
    }

    @Test
    void itIsInNobodyElsesTotals() {
        assertEquals(before, totalsOf(set.as("us-contributor")));
        assertFalse(before.equals(totalsOf(set.as("fr-contributor"))));
        assertEquals(
                0,
                set.as("us-contributor")
                        .get("/v1/totals?initiativeId=" + id(initiative))
                        .body()
                        .path("items")
                        .size());
    }

    @Test
    void nobodyElseCanWriteToIt() {
        Partner stranger = set.as("us-contributor");

        Stream.of(
                        stranger.post(decision + "/positions", Map.of("stance", "FOR")),
                        stranger.post(decision + "/objections", Map.of("kind", "OBJECTION", "statement", "No")),
                        stranger.post(meeting + "/delegations", Map.of("party", "US")),
                        stranger.post(initiative + "/contributions", line()),
                        stranger.post(contribution + "/entries", pledge()),
                        stranger.post(entry + "/reversal", Map.of("reason", "No")),
                        stranger.patch(delegation, "*", Map.of("head", Map.of("name", "Nobody"))))
                .forEach(refused -> assertEquals(404, refused.status(), refused::text));
    }

    @Test
    void itsEventsAreOnTheRestrictedTopicsOnly() {
        EventLog log = set.events();

        assertTrue(log.about(entry.substring(0, entry.indexOf("/entries"))).count() >= 2);
        assertEquals(
                List.of(),
                log.open()
                        .only(event -> event.data().toString().contains(SECRET))
                        .events());
        for (String path : List.of(meeting, delegation, item, decision, recommendation, initiative, contribution)) {
            assertEquals(0, log.open().about(path).count(), path);
            assertTrue(log.about(path).count() > 0, path);
        }
    }

    @Test
    void whatNarrowsIsTakenFromTheOpenTopicAndComesBackWhole() {
        String narrowing = made(chair.post("/v1/meetings", meeting("COALITION")));
        done(chair.act(narrowing, "convening", null));
        assertEquals(200, set.as("us-contributor").get(narrowing).status());

        done(chair.patch(narrowing, chair.get(narrowing).header("ETag"), Map.of("visibility", "RESTRICTED")));
        assertEquals(404, set.as("us-contributor").get(narrowing).status());
        done(chair.patch(narrowing, chair.get(narrowing).header("ETag"), Map.of("visibility", "COALITION")));
        assertEquals(200, set.as("us-contributor").get(narrowing).status());

        List<String> seen = set.awaitEvents(narrowing, 5)
                .open()
                .about(narrowing)
                .map(event -> event.sequence()
                        + (event.isWithheld() ? " withheld" : "")
                        + (event.extension("sequencestart").equals("true") ? " start" : ""))
                .toList();
        assertEquals(List.of("2 start", "3 withheld", "4 start"), seen);
    }

    private static List<Partner> strangers() {
        return List.of(
                set.as("us-contributor"),
                set.as("eu-auditor"),
                set.as("de-overseer-military"),
                set.as("admin"),
                set.anonymous());
    }

    private static List<String> all() {
        return List.of(meeting, delegation, item, decision, recommendation, initiative, contribution, entry);
    }

    private static Map<String, Object> meeting(String visibility) {
        return Map.ofEntries(
                Map.entry("title", SECRET),
                Map.entry("level", "EXPERT"),
                Map.entry("format", "ONLINE"),
                Map.entry("host", "GB"),
                Map.entry("chair", Map.of("party", "GB")),
                Map.entry("timeZone", "Europe/London"),
                Map.entry("plannedStart", "2030-01-12T10:00:00Z"),
                Map.entry("plannedEnd", "2030-01-12T13:00:00Z"),
                Map.entry("visibility", visibility),
                Map.entry("visibleTo", visibility.equals("RESTRICTED") ? List.of("FR", "UA") : List.of()));
    }

    private static Map<String, Object> initiative() {
        return Map.of(
                "title",
                SECRET,
                "aspect",
                "CYBER_DEFENSE",
                "leadParties",
                List.of("GB"),
                "originDecision",
                id(decision),
                "visibility",
                "RESTRICTED",
                "visibleTo",
                List.of("FR", "UA"));
    }

    private static Map<String, Object> line() {
        return Map.of("track", "MILITARY", "instrument", "GRANT", "description", SECRET, "currency", "EUR");
    }

    private static Map<String, Object> pledge() {
        return Map.of(
                "kind", "PLEDGE",
                "money", Map.of("amount", 123_456, "currency", "EUR"),
                "valueDate", "2026-01-12");
    }

    private static String totalsOf(Partner partner) {
        JsonNode lines = partner.get("/v1/totals?by=party,aspect,track").body().path("items");
        // The way to the entries tells the time of the answer.
        lines.forEach(line -> ((ObjectNode) line).remove("entries"));
        return lines.toString();
    }

    private static String trace(String path) {
        String[] parts = path.split("/", -1);
        return "/v1/trace/" + parts[2].substring(0, parts[2].length() - 1) + "/" + parts[3];
    }

    private static String anonymised(String problem, String id) {
        return problem.replace(id, "ID").replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }

    private static String made(Answer answer) {
        assertEquals(201, answer.status(), answer::text);
        return answer.header("Location");
    }

    private static void done(Answer answer) {
        assertEquals(200, answer.status(), answer::text);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
