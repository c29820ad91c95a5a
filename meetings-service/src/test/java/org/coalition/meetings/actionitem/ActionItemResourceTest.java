package org.coalition.meetings.actionitem;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.circulated;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.decision;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDatabase.execute;
import static org.coalition.meetings.MeetingsDatabase.number;
import static org.coalition.meetings.MeetingsDriver.DE;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.UA;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.etag;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coalition.defaults.testing.Topics;
import org.coalition.meetings.TestClock;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActionItemResourceTest {
    private static final String BECAME_OVERDUE = "org.coalition.action-item.became-overdue.v1";
    private static final Map<String, ?> EVIDENCE = evidence("https://example.org/report.pdf");

    @Inject
    TestClock clock;

    @Inject
    ActionItems items;

    @Inject
    OverdueNotice notice;

    @Test
    void anActionItemIsDoneByItsOwnerAndVerifiedByAnother() {
        String item = assigned(inProgress("COALITION", List.of("DE", "FR")), Map.of("assignee", "A. Person"));
        move(GB_CHAIR, item + "/start").then().statusCode(403);
        move(FR, item + "/completion", EVIDENCE)
                .then()
                .statusCode(409)
                .body("state", equalTo("OPEN"))
                .body("allowed", contains("IN_PROGRESS", "CANCELLED"));
        ok(move(FR, item + "/start"));
        move(FR, item + "/completion", Map.of("evidence", List.of())).then().statusCode(422);
        ok(move(FR, item + "/completion", EVIDENCE)).then().body("status", equalTo("DONE"));
        move(FR, item + "/verification").then().statusCode(403);
        move(UA, item + "/verification").then().statusCode(403);
        ok(move(DE, item + "/verification-refusal", Map.of("reason", "Page 2 is missing.")))
                .then()
                .body("status", equalTo("IN_PROGRESS"))
                .body("statusReason", equalTo("Page 2 is missing."))
                .body("evidence", hasSize(1));
        ok(move(FR, item + "/completion", evidence("https://example.org/all.pdf")))
                .then()
                .body("evidence.url", contains("https://example.org/all.pdf"));
        ok(move(DE, item + "/verification"))
                .then()
                .body("status", equalTo("VERIFIED"))
                .body("verification.party", equalTo("DE"))
                .body("next", empty());
        move(GB_CHAIR, item + "/cancellation", Map.of("reason", "late")).then().statusCode(409);
    }

    @Test
    void ofVerifiersAtOnceOneVerifiesAndTheOwnerNeverDoes() throws Exception {
        String item = assigned(inProgress("COALITION", List.of("DE", "FR")), Map.of());
        ok(move(FR, item + "/start"));
        ok(move(FR, item + "/completion", EVIDENCE));
        String etag = etag(DE, item);
        List<Integer> codes = atOnce(Collections.nCopies(8, () -> as(DE).header("If-Match", etag)
                .post(item + "/verification")
                .statusCode()));
        assertEquals(1, Collections.frequency(codes, 200), codes.toString());
        assertEquals(7, Collections.frequency(codes, 412), codes.toString());
        SQLException refused = assertThrows(
                SQLException.class,
                () -> execute("UPDATE action_item SET verified_by = 'FR' WHERE id = '" + id(item) + "'"));
        assertEquals("23514", refused.getSQLState());
    }

    @Test
    void whetherItIsOverdueIsToldByTheClock() {
        String meeting = inProgress("COALITION", List.of("FR"));
        String item = assigned(meeting, Map.of("dueOn", today().plusDays(1).toString()));
        String list = "/v1/action-items?meetingId=" + id(meeting);
        String etag = etag(FR, item);
        as(FR).get(item).then().body("overdue", equalTo(false)).body("daysOverdue", equalTo(0));
        as(FR).get(list + "&overdue=true").then().body("items", empty());
        as(FR).get(list + "&overdue=false").then().body("items.id", contains(id(item)));
        clock.advance(Duration.ofDays(1));
        as(FR).get(item).then().body("overdue", equalTo(false));
        clock.advance(Duration.ofDays(3));
        items.announceOverdue(UUID.fromString(id(item)));
        as(FR).get(item).then().body("overdue", equalTo(true)).body("daysOverdue", equalTo(3));
        assertTrue(etag(FR, item).endsWith("-overdue-3\""), etag(FR, item));
        as(FR).header("If-None-Match", etag).get(item).then().statusCode(200);
        as(FR).header("If-Match", etag).post(item + "/start").then().statusCode(412);
        as(FR).get(list + "&overdue=true").then().body("items.id", contains(id(item)));
        as(FR).get(list + "&overdue=false").then().body("items", empty());
        ok(move(FR, item + "/start"));
        ok(move(FR, item + "/completion", EVIDENCE)).then().body("overdue", equalTo(false));
        as(FR).get(list + "&overdue=true").then().body("items", empty());
        as(FR).get(list + "&overdue=false").then().body("items.id", contains(id(item)));
    }

    @Test
    void thatItBecameOverdueIsAnnouncedOncePerDueDateAlsoByManyAtOnce() throws Exception {
        String item = assigned(
                inProgress("COALITION", List.of("FR")),
                Map.of("dueOn", today().plusDays(1).toString()));
        items.announceOverdue(UUID.fromString(id(item)));
        assertEquals(0, announcements(item));
        clock.advance(Duration.ofDays(2));
        announceByManyAtOnce(item);
        assertEquals(1, announcements(item));
        LocalDate revised = today().plusDays(5);
        ok(patch(GB_CHAIR, item, Map.of("dueOn", revised.toString()))).then().body("overdue", equalTo(false));
        announceByManyAtOnce(item);
        assertEquals(1, announcements(item));
        clock.advance(Duration.ofDays(6));
        announceByManyAtOnce(item);
        assertEquals(2, announcements(item));
        assertEquals(
                Collections.EMPTY_LIST,
                items.toAnnounce().stream()
                        .filter(UUID.fromString(id(item))::equals)
                        .toList());
    }

    @Test
    void whatNobodyTouchesIsAnnouncedFromTheDayOnOnWhichItBecameOverdue() {
        LocalDate due = today().plusDays(1);
        String item = assigned(inProgress("COALITION", List.of("FR")), Map.of("dueOn", due.toString()));
        clock.advance(Duration.ofDays(2));
        while (!items.toAnnounce().isEmpty()) {
            notice.announceOverdue();
        }
        try (Topics topics = Topics.fromStart("coalition.meetings")) {
            ConsumerRecord<String, String> announced = topics.awaitEvent(BECAME_OVERDUE, item);
            assertEquals(due.plusDays(1) + "T00:00:00Z", Topics.header(announced, "ce_time"));
            assertTrue(announced.value().contains("\"overdue\":true"), announced.value());
        }
    }

    @Test
    void evidenceIsAnHttpsAddressAndItsChecksumIsOne() {
        String item = assigned(inProgress("COALITION", List.of("FR")), Map.of());
        ok(move(FR, item + "/start"));
        for (String url : List.of(
                "http://example.org/a",
                "ftp://example.org/a",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https://",
                "https://example.org/a b",
                "https://example.org/" + "x".repeat(2000),
                "HTTPS://example.org")) {
            move(FR, item + "/completion", evidence(url))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/evidence/0/url"));
        }
        Map<String, ?> forged = Map.of("title", "Report", "url", "https://example.org/a", "sha256", "xyz");
        move(FR, item + "/completion", Map.of("evidence", List.of(forged)))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/evidence/0/sha256"));
        move(FR, item + "/completion", Map.of("evidence", Collections.nCopies(21, forged)))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/evidence"));
    }

    @Test
    void itsOriginIsOneThatWasThereBeforeAndThatAllMayKnowOfWhoMayKnowOfIt() {
        String earlier = inProgress("COALITION", List.of("FR"));
        String decision = decision(earlier, "CONSENSUS");
        String secret = decision(inProgress("RESTRICTED", List.of("FR"), "FR"), "CONSENSUS");
        String meeting = inProgress("COALITION", List.of("FR"));
        String item = agendaItem(meeting, "Follow-up");
        String recommendation = created(post(
                GB_CHAIR,
                item + "/recommendations",
                Map.of("area", "Economy", "focus", "Incentives", "outcomeTarget", "Reconstruction")));
        String later = decision(inProgress("COALITION", List.of("FR")), "CONSENSUS");
        Map<String, String> nobodys = Map.of("decisionId", UUID.randomUUID().toString());
        assertOrigin(item, nobodys, "/decisionId", "unknown-decision");
        assertOrigin(item, Map.of("decisionId", id(recommendation)), "/decisionId", "unknown-decision");
        assertOrigin(item, Map.of("recommendationId", id(decision)), "/recommendationId", "unknown-recommendation");
        assertOrigin(item, Map.of("decisionId", id(later)), "/decisionId", "later-meeting");
        assertOrigin(item, Map.of("decisionId", id(secret)), "/decisionId", "narrower-audience");
        assertOrigin(
                item,
                Map.of("decisionId", id(decision), "recommendationId", id(recommendation)),
                "/recommendationId",
                "two-origins");
        String followsDecision =
                created(post(GB_CHAIR, item + "/action-items", body(Map.of("decisionId", id(decision)))));
        String followsAdvice =
                created(post(GB_CHAIR, item + "/action-items", body(Map.of("recommendationId", id(recommendation)))));
        as(FR).get("/v1/action-items?decisionId=" + id(decision))
                .then()
                .body("items.id", contains(id(followsDecision)));
        as(FR).get("/v1/action-items?recommendationId=" + id(recommendation))
                .then()
                .body("items.id", contains(id(followsAdvice)));
    }

    @Test
    void itsOwnerIsAKnownPartyThatMayReadIt() {
        String item = agendaItem(inProgress("RESTRICTED", List.of("FR"), "FR"), "Secret");
        for (String owner : List.of("US", "XX")) {
            post(GB_CHAIR, item + "/action-items", body(Map.of("owner", owner)))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/owner"));
        }
        String assigned = created(post(GB_CHAIR, item + "/action-items", body(Map.of())));
        patch(GB_CHAIR, assigned, Map.of("owner", "US")).then().statusCode(422);
        ok(patch(GB_CHAIR, assigned, Map.of("owner", "GB"))).then().body("owner", equalTo("GB"));
        patch(GB_CHAIR, assigned, Map.of("decisionId", UUID.randomUUID().toString()))
                .then()
                .statusCode(400);
        as(DE).get("/v1/action-items?owner=GB&limit=200").then().body("items.id", not(hasItem(id(assigned))));
        as(FR).get("/v1/action-items?owner=GB&status=OPEN&limit=200").then().body("items.id", hasItem(id(assigned)));
    }

    @Test
    void itIsAssignedWhileOutcomesAreRecordedAndGoesOnAfterTheMinutes() {
        String early = agendaItem(convened("COALITION"), "Too early");
        post(GB_CHAIR, early + "/action-items", body(Map.of())).then().statusCode(409);
        String meeting = inProgress("COALITION", List.of("FR"));
        String agendaItem = agendaItem(meeting, "Ours");
        post(FR, agendaItem + "/action-items", body(Map.of())).then().statusCode(403);
        String item = created(post(GB_CHAIR, agendaItem + "/action-items", body(Map.of())));
        ok(move(GB_CHAIR, meeting + "/closing"));
        approveMinutes(meeting);
        post(GB_CHAIR, agendaItem + "/action-items", body(Map.of())).then().statusCode(409);
        ok(move(FR, item + "/start"));
        ok(move(FR, item + "/completion", EVIDENCE));
        ok(move(GB_CHAIR, item + "/verification"));
    }

    private void approveMinutes(String meeting) {
        String minutes = circulated(meeting, clock.instant().plusSeconds(60), "They agreed.");
        clock.advance(Duration.ofSeconds(60));
        ok(move(GB_CHAIR, minutes + "/approval"));
    }

    private void announceByManyAtOnce(String item) throws Exception {
        UUID id = UUID.fromString(id(item));
        List<String> titles =
                atOnce(Collections.nCopies(8, () -> items.announceOverdue(id).title()));
        assertEquals(Collections.nCopies(8, "Train crews"), titles);
    }

    private static long announcements(String item) throws SQLException {
        return number("SELECT count(*) FROM audit_entry WHERE aggregate_id = '" + id(item) + "' AND action = '"
                + BECAME_OVERDUE + "'");
    }

    private static void assertOrigin(String item, Map<String, String> origin, String pointer, String code) {
        Response answer = post(GB_CHAIR, item + "/action-items", body(origin));
        answer.then().statusCode(422).body("errors.pointer", contains(pointer)).body("errors.code", contains(code));
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Map<String, ?> evidence(String url) {
        return Map.of("evidence", List.of(Map.of("title", "Report", "url", url)));
    }

    private static Map<String, Object> body(Map<String, String> more) {
        Map<String, Object> body = new HashMap<>(Map.of("title", "Train crews", "owner", "FR", "dueOn", "2099-12-31"));
        body.putAll(more);
        return body;
    }

    /** An item that FR owns. */
    private static String assigned(String meeting, Map<String, String> more) {
        return created(post(GB_CHAIR, agendaItem(meeting, "Training") + "/action-items", body(more)));
    }
}
