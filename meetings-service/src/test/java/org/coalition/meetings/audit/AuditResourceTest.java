package org.coalition.meetings.audit;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.decision;
import static org.coalition.meetings.Fixtures.delegation;
import static org.coalition.meetings.Fixtures.draft;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDatabase.execute;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coalition.defaults.testing.Tokens;
import org.coalition.defaults.testing.Topics;
import org.coalition.meetings.TestClock;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditResourceTest {
    private static final String AUDIT = "/v1/audit/meetings";
    private static final String UNCHAINED = "MISSING_CHAIN";
    private static final String EU_AUDITOR = Tokens.of("EU", "auditor", "reader");
    private static final String GB_AUDITOR = Tokens.of("GB", "auditor", "reader");
    private static final String AUDITOR_OF_NOBODY = Tokens.withoutParty("auditor", "auditor", "reader");

    @Inject
    SessionFactory sessions;

    @Inject
    TestClock clock;

    @Test
    void anEntrySaysWhoChangedWhatWhenWhyAndFromWhatToWhat() {
        String before = clock.instant().toString();
        String meeting = convened("COALITION");
        ok(patch(GB_CHAIR, meeting, Map.of("title", "Another title")));
        ok(move(GB_CHAIR, meeting + "/cancellation", Map.of("reason", "The host is ill")));
        as(EU_AUDITOR)
                .get(of(meeting))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items", hasSize(4))
                .body("next", nullValue())
                .body("items.aggregateVersion", contains(1, 2, 3, 4))
                .body("items.noun", everyItem(equalTo("meeting")))
                .body("items.aggregateId", everyItem(equalTo(id(meeting))))
                .body("items.hash", everyItem(matchesPattern("[0-9a-f]{64}")))
                .body("items[0].before", nullValue())
                .body("items[0].after.host", equalTo("GB"))
                .body("items[2].action", equalTo("org.coalition.meeting.revised.v1"))
                .body("items[2].actor", equalTo("gb-reader"))
                .body("items[2].party", equalTo("GB"))
                .body("items[2].before.title", equalTo("London meeting of leaders"))
                .body("items[2].after.title", equalTo("Another title"))
                .body("items[2].after.host", nullValue())
                .body("items[2].requestId", matchesPattern("[0-9a-f]{32}"))
                .body("items[3].reason", equalTo("The host is ill"));
        String after = clock.instant().toString();
        for (String filter : List.of(
                "&noun=meeting",
                "&party=GB",
                "&actor=gb-reader",
                "&from=" + before,
                "&to=" + after,
                "&noun=meeting&party=GB&actor=gb-reader&from=" + before + "&to=" + after)) {
            as(EU_AUDITOR).get(of(meeting) + filter).then().body("items", hasSize(4));
        }
        for (String filter : List.of(
                "&noun=decision",
                "&party=FR",
                "&actor=nobody",
                "&from=" + after,
                "&to=" + before,
                "&action=org.coalition.decision.opened.v1",
                "&noun=decision&action=org.coalition.meeting.revised.v1")) {
            as(EU_AUDITOR).get(of(meeting) + filter).then().statusCode(200).body("items", empty());
        }
        as(EU_AUDITOR)
                .get(of(meeting) + "&action=org.coalition.meeting.revised.v1")
                .then()
                .body("items.aggregateVersion", contains(3));
    }

    @Test
    void aWalkFromPageToPageMeetsEachEntryOnceInOrder() {
        String meeting = convened("COALITION");
        for (int i = 0; i < 5; i++) {
            ok(patch(GB_CHAIR, meeting, Map.of("title", "Title " + i)));
        }
        List<Integer> versions = new ArrayList<>();
        String page = of(meeting) + "&limit=2";
        for (String next = ""; next != null; ) {
            JsonPath answer = ok(as(EU_AUDITOR).get(page + next)).jsonPath();
            versions.addAll(answer.getList("items.aggregateVersion"));
            next = answer.getString("next") == null ? null : "&cursor=" + answer.getString("next");
        }
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), versions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?cursor=xyz",
                "/seals?cursor=xyz",
                "/verify?cursor=xyz",
                "/verify?cursor=RU5UUklFUyB4",
                "?aggregateId=1",
                "?from=yesterday",
                "?unknown=1",
                "?limit=0",
                "/verify?aggregateId=GB"
            })
    void whatCannotBeReadIs400(String query) {
        as(EU_AUDITOR)
                .get(AUDIT + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", equalTo(query.replaceFirst(".*\\?(.*)=.*", "$1")));
    }

    @Test
    void anActionThatIsNoneIs422() {
        as(EU_AUDITOR).get(AUDIT + "?action=convened").then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/seals", "/verify"})
    void onlyAuditorsReadTheTrail(String path) {
        anonymous().get(AUDIT + path).then().statusCode(401);
        as(GB_CHAIR).get(AUDIT + path).then().statusCode(403);
        as(Tokens.withoutParty("admin", "reader", "admin"))
                .get(AUDIT + path)
                .then()
                .statusCode(403);
        as(EU_AUDITOR).get(AUDIT + path).then().statusCode(200);
    }

    @Test
    void anAuditorReadsOfWhatItsPartyMayKnowOfNow() {
        String meeting = inProgress("COALITION", List.of("FR"));
        String item = agendaItem(meeting, "Of GB and FR");
        String decision = created(
                post(GB_CHAIR, item + "/decisions", Map.of("text", "Joint oversight.", "adoptionRule", "CONSENSUS")));
        String delegation = created(post(GB_CHAIR, meeting + "/delegations", Map.of("party", "DE")));
        for (String resource : List.of(meeting, item, decision, delegation)) {
            shown(EU_AUDITOR, resource);
            withheld(AUDITOR_OF_NOBODY, resource);
        }
        ok(patch(GB_CHAIR, item, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))));
        shown(EU_AUDITOR, meeting);
        shown(EU_AUDITOR, delegation);
        withheld(EU_AUDITOR, item);
        withheld(EU_AUDITOR, decision);
        String restricted = inProgress("RESTRICTED", List.of("FR"), "FR");
        String under = decision(restricted, "CONSENSUS");
        for (String resource : List.of(restricted, under, draft("PUBLIC"))) {
            withheld(EU_AUDITOR, resource);
            shown(GB_AUDITOR, resource);
        }
    }

    @Test
    void whatOneMayNotKnowOfIsAbsentFromPagesThatGoOn() {
        String seen = convened("COALITION");
        String from = clock.instant().toString();
        convened("RESTRICTED");
        convened("RESTRICTED");
        String also = convened("COALITION");
        List<String> found = new ArrayList<>();
        for (String next = ""; next != null; ) {
            JsonPath answer = ok(as(EU_AUDITOR).get(AUDIT + "?noun=meeting&party=GB&limit=1&from=" + from + next))
                    .jsonPath();
            found.addAll(answer.getList("items.aggregateId"));
            next = answer.getString("next") == null ? null : "&cursor=" + answer.getString("next");
        }
        assertEquals(List.of(id(also), id(also)), found);
        shown(EU_AUDITOR, seen);
    }

    @Test
    void aPageIsOneStatementAndOneForEachKindOfResourceOnIt() {
        String from = clock.instant().toString();
        for (int i = 0; i < 3; i++) {
            String meeting = inProgress("COALITION", List.of("FR"));
            delegation(meeting, "DE");
            decision(meeting, "CONSENSUS");
        }
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            long least = Long.MAX_VALUE;
            for (int attempt = 0; attempt < 5; attempt++) {
                long before = statistics.getPrepareStatementCount();
                ok(as(EU_AUDITOR).get(AUDIT + "?limit=200&from=" + from))
                        .then()
                        .body("items.noun.unique()", hasSize(4));
                least = Math.min(least, statistics.getPrepareStatementCount() - before);
            }
            assertEquals(5, least);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void writersAtOnceMakeOneChain() throws Exception {
        String meeting = convened("COALITION");
        List<Callable<Response>> writers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Map<String, ?> changes = Map.of("title", "Title " + i);
            writers.add(() -> as(GB_CHAIR)
                    .header("If-Match", "*")
                    .contentType("application/merge-patch+json")
                    .body(changes)
                    .patch(meeting));
        }
        atOnce(writers).forEach(answer -> ok(answer));
        as(EU_AUDITOR)
                .get(verify(meeting))
                .then()
                .body("intact", equalTo(true))
                .body("entries", equalTo(18))
                .body("aggregates", equalTo(1));
    }

    @Test
    void anAlteredEntryIsFoundAndNamesItsResourceToThoseWhoMayKnowOfIt() throws Exception {
        String meeting = convened("RESTRICTED", "FR");
        as(GB_AUDITOR).get(verify(meeting)).then().body("intact", equalTo(true)).body("entries", equalTo(2));
        as(EU_AUDITOR).get(verify(meeting)).then().statusCode(404);
        int number = ok(as(GB_AUDITOR).get(of(meeting))).path("items[1].number");
        alter(meeting, "somebody else");
        try {
            as(GB_AUDITOR)
                    .get(verify(meeting))
                    .then()
                    .statusCode(200)
                    .body("intact", equalTo(false))
                    .body("broken.rule", equalTo("ALTERED_ENTRY"))
                    .body("broken.entry", equalTo(number))
                    .body("broken.aggregateId", equalTo(id(meeting)));
            JsonPath found = walked(EU_AUDITOR).stream()
                    .filter(link -> Integer.valueOf(number).equals(link.get("broken.entry")))
                    .findFirst()
                    .orElseThrow();
            assertEquals("ALTERED_ENTRY", found.getString("broken.rule"));
            assertEquals(null, found.getString("broken.aggregateId"));
        } finally {
            alter(meeting, "gb-reader");
        }
        as(GB_AUDITOR).get(verify(meeting)).then().body("intact", equalTo(true));
    }

    /** Other tests put resources into the tables past the door: those have no chain, and end the walk before its end. */
    @Test
    void theWholeTrailIsIntact() {
        String meeting = convened("COALITION");
        try (Topics topics = Topics.fromStart("coalition.meetings.audit")) {
            assertTrue(!topics.await(1).isEmpty());
        }
        int entries = 0;
        int seals = 0;
        for (JsonPath answer : walked(EU_AUDITOR)) {
            boolean intact = answer.getBoolean("intact") || UNCHAINED.equals(answer.getString("broken.rule"));
            assertTrue(intact, answer.prettify());
            entries += answer.getInt("entries");
            seals += answer.getInt("seals");
        }
        assertTrue(entries >= 2, "entries: " + entries);
        assertTrue(seals >= 1, "seals: " + seals);
        shown(EU_AUDITOR, meeting);
    }

    @Test
    void aSealCoversAnEntryIsPublishedOnceAndSaysTheSameInBothPlaces() {
        try (Topics topics = Topics.fromNow("coalition.meetings.audit")) {
            String meeting = convened("COALITION");
            int entry = ok(as(EU_AUDITOR).get(of(meeting))).path("items[1].number");
            var message =
                    topics.await(record -> covers(JsonPath.from(record.value()).getString("after.covers"), entry));
            assertEquals("org.coalition.audit.sealed.v1", Topics.header(message, "ce_type"));
            assertEquals("/v1/audit/meetings/seals", Topics.header(message, "ce_subject"));
            Map<String, Object> published = JsonPath.from(message.value()).getMap("after");
            assertEquals(String.valueOf(published.get("number")), Topics.header(message, "ce_sequence"));
            assertTrue(published.containsKey("signature"));
            List<Map<String, Object>> listed = new ArrayList<>();
            for (String next = ""; next != null; ) {
                JsonPath answer = ok(as(EU_AUDITOR).get(AUDIT + "/seals?limit=200" + next))
                        .jsonPath();
                listed.addAll(answer.getList("items"));
                next = answer.getString("next") == null ? null : "&cursor=" + answer.getString("next");
            }
            assertEquals(1, Collections.frequency(listed, published));
            for (int i = 0; i < listed.size(); i++) {
                assertEquals(i + 1, listed.get(i).get("number"));
            }
            assertEquals(
                    1,
                    topics.all().stream()
                            .filter(record -> published.equals(
                                    JsonPath.from(record.value()).getMap("after")))
                            .count());
        }
    }

    private static boolean covers(String ranges, int entry) {
        for (String range : ranges.replaceAll("[{}\\[]", "").split("\\),?", -1)) {
            String[] ends = range.split(",", 2);
            if (ends.length == 2 && Integer.parseInt(ends[0]) <= entry && entry < Integer.parseInt(ends[1])) {
                return true;
            }
        }
        return false;
    }

    private static List<JsonPath> walked(String auditor) {
        List<JsonPath> answers = new ArrayList<>();
        for (String next = ""; next != null; ) {
            JsonPath answer = ok(as(auditor).get(AUDIT + "/verify" + next)).jsonPath();
            answers.add(answer);
            boolean on = answer.getString("next") != null && !UNCHAINED.equals(answer.getString("broken.rule"));
            next = on ? "?cursor=" + answer.getString("next") : null;
        }
        return answers;
    }

    private static void alter(String meeting, String actor) throws Exception {
        execute("SET session_replication_role = replica; UPDATE audit_entry SET actor = '" + actor
                + "' WHERE aggregate_version = 2 AND aggregate_id = '" + id(meeting) + "'");
    }

    private static void shown(String auditor, String resource) {
        assertTrue(
                !ok(as(auditor).get(of(resource))).jsonPath().getList("items").isEmpty(), resource);
    }

    private static void withheld(String auditor, String resource) {
        assertEquals(List.of(), ok(as(auditor).get(of(resource))).jsonPath().getList("items"), resource);
        as(auditor).get(verify(resource)).then().statusCode(404);
    }

    private static String of(String resource) {
        return AUDIT + "?aggregateId=" + id(resource);
    }

    private static String verify(String resource) {
        return AUDIT + "/verify?aggregateId=" + id(resource);
    }
}
