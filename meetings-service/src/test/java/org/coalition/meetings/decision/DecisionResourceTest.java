package org.coalition.meetings.decision;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.decision;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.DE;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.UA;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coalition.defaults.testing.Topics;
import org.coalition.meetings.TestClock;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DecisionResourceTest {
    private static final List<String> FOUR = List.of("DE", "FR", "GB", "UA");
    private static final Map<String, ?> OBJECTION = Map.of("kind", "OBJECTION", "statement", "Not like this.");

    @Inject
    TestClock clock;

    @Test
    void silenceThatLastsIsAdoptionFromTheInstantOfExpiryAndIsAnnouncedOnce() {
        String meeting = inProgress("COALITION", FOUR);
        String decision = underSilence(meeting, "PT48H");
        Instant expiry = Instant.parse(as(FR).get(decision).jsonPath().getString("expiresAt"));
        clock.advance(Duration.ofHours(48));
        as(FR).get(decision)
                .then()
                .body("status", equalTo("ADOPTED"))
                .body("adoptedAt", equalTo(expiry.toString()))
                .body("entitledParties", contains("DE", "FR", "GB", "UA"))
                .body("registerNumber", matchesPattern("DEC/\\d{4}/\\d{3,}"));
        post(FR, decision + "/objections", OBJECTION)
                .then()
                .statusCode(409)
                .body("state", equalTo("ADOPTED"))
                .body("allowed", nullValue());
        try (Topics topics = Topics.fromStart("coalition.meetings")) {
            ConsumerRecord<String, String> adopted = topics.awaitEvent("org.coalition.decision.adopted.v1", decision);
            assertEquals(expiry.toString(), Topics.header(adopted, "ce_time"));
            assertEquals(id(meeting), adopted.key());
            assertEquals(
                    1,
                    topics.all().stream()
                            .filter(message -> decision.equals(Topics.header(message, "ce_subject")))
                            .filter(message ->
                                    "org.coalition.decision.adopted.v1".equals(Topics.header(message, "ce_type")))
                            .count());
        }
    }

    @Test
    void anExpiredSilenceNobodyTouchesIsSettledByTheScheduler() {
        String decision = underSilence(inProgress("COALITION", FOUR), "PT1S");
        try (Topics topics = Topics.fromStart("coalition.meetings")) {
            ConsumerRecord<String, String> adopted = topics.awaitEvent("org.coalition.decision.adopted.v1", decision);
            assertEquals("3", Topics.header(adopted, "ce_sequence"));
        }
    }

    @Test
    void anEntitledPartyBreaksTheSilence() {
        String meeting = inProgress("COALITION", FOUR);
        String decision = underSilence(meeting, "PT48H");
        post(US, decision + "/objections", OBJECTION)
                .then()
                .statusCode(403)
                .body("detail", containsString("DE, FR, GB, UA"));
        ok(post(FR, decision + "/objections", OBJECTION))
                .then()
                .body("status", equalTo("BROKEN"))
                .body("objection.party", equalTo("FR"))
                .body("result.explanation", containsString("broken by FR"));
        post(DE, decision + "/objections", OBJECTION).then().statusCode(409).body("state", equalTo("BROKEN"));
        clock.advance(Duration.ofHours(49));
        as(FR).get(decision).then().body("status", equalTo("BROKEN")).body("registerNumber", nullValue());
    }

    @Test
    void editingATextUnderSilenceStartsThePeriodAgain() {
        String decision = underSilence(inProgress("COALITION", FOUR), "PT10H");
        clock.advance(Duration.ofHours(9));
        ok(patch(GB_CHAIR, decision, Map.of("text", "Another text.")));
        clock.advance(Duration.ofHours(9));
        as(FR).get(decision).then().body("status", equalTo("UNDER_SILENCE"));
        clock.advance(Duration.ofHours(1));
        as(FR).get(decision).then().body("status", equalTo("ADOPTED"));
        patch(GB_CHAIR, decision, Map.of("text", "Too late.")).then().statusCode(409);
    }

    @Test
    void consensusIsTheAbsenceOfAnyObjection() {
        String meeting = inProgress("COALITION", FOUR);
        String adopted = decision(meeting, "CONSENSUS");
        ok(move(GB_CHAIR, adopted + "/opening"));
        ok(post(FR, adopted + "/positions", Map.of("stance", "FOR")));
        ok(post(UA, adopted + "/positions", Map.of("stance", "ABSTAIN", "statement", "No instructions.")));
        ok(move(GB_CHAIR, adopted + "/conclusion"))
                .then()
                .body("status", equalTo("ADOPTED"))
                .body("next", empty())
                .body("result.counted.FOR", equalTo(1))
                .body("result.silent", equalTo(2));

        String rejected = decision(meeting, "CONSENSUS");
        ok(move(GB_CHAIR, rejected + "/opening"));
        ok(post(DE, rejected + "/positions", Map.of("stance", "FOR")));
        ok(post(DE, rejected + "/positions", Map.of("stance", "AGAINST")));
        post(US, rejected + "/positions", Map.of("stance", "FOR")).then().statusCode(403);
        ok(move(GB_CHAIR, rejected + "/conclusion"))
                .then()
                .body("status", equalTo("REJECTED"))
                .body("registerNumber", nullValue());
        post(DE, rejected + "/positions", Map.of("stance", "FOR")).then().statusCode(409);
    }

    @Test
    void aRuleDecidesWhichWayADecisionGoes() {
        String meeting = inProgress("COALITION", FOUR);
        move(GB_CHAIR, decision(meeting, "SILENCE") + "/opening")
                .then()
                .statusCode(409)
                .body("allowed", contains("UNDER_SILENCE"));
        move(GB_CHAIR, decision(meeting, "CONSENSUS") + "/silence-procedure", Map.of("period", "PT1H"))
                .then()
                .statusCode(409)
                .body("allowed", contains("OPEN"));
        String withdrawn = underSilence(meeting, "PT1H");
        ok(move(GB_CHAIR, withdrawn + "/withdrawal", Map.of("reason", "overtaken")))
                .then()
                .body("status", equalTo("WITHDRAWN"))
                .body("statusReason", equalTo("overtaken"));
    }

    @Test
    void outcomesAreRecordedOnlyFromInProgressToClosed() {
        String item = agendaItem(convened("COALITION"), "Too early");
        post(GB_CHAIR, item + "/decisions", Map.of("text", "x", "adoptionRule", "CONSENSUS"))
                .then()
                .statusCode(409)
                .body("state", equalTo("CONVENED"));
        post(GB_CHAIR, item + "/recommendations", Map.of("area", "a", "focus", "b", "outcomeTarget", "c"))
                .then()
                .statusCode(409);
    }

    @Test
    void objectionsThatRaceTheExpiryLeaveOneOutcomeAndOneEvent() throws Exception {
        String meeting = inProgress("COALITION", FOUR);
        for (int round = 0; round < 6; round++) {
            String decision = underSilence(meeting, "PT1H");
            List<Callable<Response>> calls = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String token = List.of(FR, DE, UA).get(i % 3);
                calls.add(() -> post(token, decision + "/objections", OBJECTION));
            }
            calls.add(round % 2 * 6, () -> {
                clock.advance(Duration.ofHours(1));
                return as(FR).get(decision);
            });
            List<Integer> codes =
                    atOnce(calls).stream().map(Response::statusCode).toList();
            assertTrue(Set.of(200, 409).containsAll(codes), codes.toString());
            // One 200 is the reader's.
            int broken = Collections.frequency(codes, 200) - 1;
            assertTrue(broken <= 1, "broken " + broken + " times");
            as(FR).get(decision).then().body("status", equalTo(broken == 1 ? "BROKEN" : "ADOPTED"));
            assertEquals(1, outcomes(decision, broken == 1 ? "silence-broken" : "adopted"));
        }
    }

    @Test
    void aRestrictedMeetingsDecisionsAreSeenByTheListedPartiesOnly() {
        String meeting = inProgress("RESTRICTED", List.of("FR", "GB"), "FR");
        String decision = underSilence(meeting, "PT48H");
        as(FR).get(decision).then().statusCode(200);
        as(US).get(decision).then().statusCode(404);
        anonymous().get(decision).then().statusCode(404);
        post(US, decision + "/objections", OBJECTION).then().statusCode(404);
        for (String filter : List.of("", "&meetingId=" + id(meeting), "&status=UNDER_SILENCE")) {
            as(US).get("/v1/decisions?limit=200" + filter)
                    .then()
                    .statusCode(200)
                    .body("items.id", not(hasItem(id(decision))));
            as(FR).get("/v1/decisions?limit=200" + filter).then().body("items.id", hasItem(id(decision)));
        }
    }

    /** How many events told of an outcome of this decision; this one did. */
    private static long outcomes(String decision, String expected) {
        try (Topics topics = Topics.fromStart("coalition.meetings")) {
            topics.awaitEvent("org.coalition.decision." + expected + ".v1", decision);
            return topics.all().stream()
                    .filter(message -> decision.equals(Topics.header(message, "ce_subject")))
                    .filter(message -> Set.of(
                                    "org.coalition.decision.adopted.v1", "org.coalition.decision.silence-broken.v1")
                            .contains(Topics.header(message, "ce_type")))
                    .count();
        }
    }

    private static String underSilence(String meeting, String period) {
        String decision = decision(meeting, "SILENCE");
        ok(move(GB_CHAIR, decision + "/silence-procedure", Map.of("period", period)));
        return decision;
    }
}
