package org.coalition.initiatives.initiative;

import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.details;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.initiativeOf;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.Fixtures.through;
import static org.coalition.initiatives.InitiativesDriver.ADMIN;
import static org.coalition.initiatives.InitiativesDriver.EU;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.anonymous;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.MeetingsService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InitiativeResourceTest {
    private static final String OPEN = "coalition.initiatives";
    private static final String RESTRICTED = "coalition.initiatives.restricted";

    @BeforeEach
    void parties() {
        MeetingsService.registerParties();
    }

    @Test
    void anInitiativeGoesFromThePipelineToItsClose() {
        String initiative = initiativeOf(MeetingsService.adoptedDecision(), "COALITION");
        ok(move(GB, initiative + "/approval", Map.of()));
        ok(move(GB, initiative + "/implementation"));
        ok(move(GB, initiative + "/suspension", Map.of("reason", "the route is closed")))
                .then()
                .body("status", equalTo("SUSPENDED"))
                .body("statusReason", equalTo("the route is closed"))
                .body("next", containsInAnyOrder("IMPLEMENTATION", "CANCELLED"));
        for (String move : List.of("resumption", "finalisation", "closure")) {
            ok(move(GB, initiative + "/" + move));
        }
        as(FR).get(initiative)
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("statusReason", equalTo(null))
                .body("version", equalTo(7))
                .body("next", equalTo(List.of()));
    }

    @Test
    void whatWasPlannedIsAnsweredToTheLetterAndAnnounced() {
        try (Topics topics = Topics.fromNow(OPEN, RESTRICTED)) {
            String initiative = initiative("PUBLIC");
            anonymous()
                    .get(initiative)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("title", equalTo("Air Defense Enhancement"))
                    .body("supportMeasures", contains("Supply of SAM Systems"))
                    .body("expectedOutcomes", contains("Improved airspace control"))
                    .body("leadParties", contains("GB"))
                    .body("recipients", contains("UA"))
                    .body("status", equalTo("PIPELINE"));
            ConsumerRecord<String, String> planned =
                    topics.awaitEvent("org.coalition.initiative.planned.v1", initiative);
            assertEquals(OPEN, planned.topic());
            assertEquals(id(initiative), planned.key());
            assertEquals("1", Topics.header(planned, "ce_sequence"));
            assertEquals("/initiatives", Topics.header(planned, "ce_source"));
        }
    }

    @Test
    void anIllegalMoveNamesTheStateAndTheAllowedMoves() {
        String initiative = initiative("COALITION");
        move(GB, initiative + "/closure")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/illegal-transition"))
                .body("state", equalTo("PIPELINE"))
                .body("allowed", containsInAnyOrder("APPROVED", "CANCELLED"));
        move(GB, initiative + "/resumption").then().statusCode(409);
        through(initiative);
        move(GB, initiative + "/resumption").then().statusCode(409).body("state", equalTo("APPROVED"));
        ok(move(GB, initiative + "/cancellation", Map.of("reason", "overtaken by events")));
        patch(GB, initiative, Map.of("title", "Another")).then().statusCode(409).body("allowed", equalTo(null));
    }

    @Test
    void approvalNeedsAnAdoptedDecisionOrAReason() {
        String meeting = MeetingsService.meeting("COALITION");
        String item = MeetingsService.agendaItem(meeting, 1);
        String decision = MeetingsService.decision(meeting, item, "OPEN");
        String initiative = initiativeOf(decision, "COALITION");
        move(GB, initiative + "/approval", Map.of())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/approvalReason"))
                .body("errors[0].code", equalTo("mandate-not-adopted"))
                .body("detail", startsWith("The decision behind this initiative is OPEN"));
        move(GB, initiative("COALITION") + "/approval", Map.of())
                .then()
                .statusCode(422)
                .body("detail", startsWith("No decision"));
        move(GB, initiative + "/approval", Map.of("approvalReason", " ")).then().statusCode(422);

        MeetingsService.decision(decision, 2, meeting, item, "ADOPTED", null);
        ok(move(GB, initiative + "/approval", Map.of()))
                .then()
                .body("status", equalTo("APPROVED"))
                .body("approvalReason", equalTo(null))
                .body("originDecisionStatus", equalTo("ADOPTED"));
        String other = MeetingsService.decision(meeting, item, "OPEN");
        patch(GB, initiative, Map.of("originDecision", other))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/originDecision"));
    }

    @Test
    void aSilenceThatHasExpiredByTheClockIsAnAdoption() {
        String meeting = MeetingsService.meeting("COALITION");
        String item = MeetingsService.agendaItem(meeting, 1);
        String running = MeetingsService.newId();
        MeetingsService.decision(running, 1, meeting, item, "UNDER_SILENCE", "2999-01-01T00:00:00Z");
        String expired = MeetingsService.newId();
        MeetingsService.decision(expired, 1, meeting, item, "UNDER_SILENCE", "2026-01-12T10:00:00Z");
        move(GB, initiativeOf(running, "COALITION") + "/approval", Map.of())
                .then()
                .statusCode(422);
        ok(move(GB, initiativeOf(expired, "COALITION") + "/approval", Map.of()))
                .then()
                .body("originDecisionStatus", equalTo("ADOPTED"));
    }

    @Test
    void aDecisionThatNoLongerStandsIsFlaggedAndTheTagChanges() {
        String meeting = MeetingsService.meeting("COALITION");
        String item = MeetingsService.agendaItem(meeting, 1);
        String decision = MeetingsService.decision(meeting, item, "OPEN");
        String initiative = initiativeOf(decision, "COALITION");
        String tag = etag(GB, initiative);
        as(GB).get(initiative).then().body("mandateDangling", equalTo(false));

        MeetingsService.decision(decision, 2, meeting, item, "WITHDRAWN", null);
        as(GB).header("If-None-Match", tag)
                .get(initiative)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("originDecision", equalTo(decision))
                .body("originDecisionStatus", equalTo("WITHDRAWN"))
                .body("mandateDangling", equalTo(true));
        as(GB).get("/v1/initiatives?originDecision=" + decision).then().body("items.mandateDangling", contains(true));
        as(GB).header("If-Match", tag)
                .contentType("application/json")
                .body("{\"approvalReason\":\"urgent\"}")
                .post(initiative + "/approval")
                .then()
                .statusCode(412);
    }

    @Test
    void aReferenceToWhatIsNotKnownIsRefusedWithItsPlace() {
        Map<String, Object> details = details("RESTRICTED", "FR", "XX");
        details.put("leadParties", List.of("GB", "YY"));
        details.put("participants", List.of("FR"));
        post(GB, "/v1/initiatives", details)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/leadParties/1", "/visibleTo/1"))
                .body("errors.code", hasItem("unknown-party"));
        details = details("COALITION");
        details.put("originDecision", MeetingsService.newId());
        post(GB, "/v1/initiatives", details)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/originDecision"))
                .body("errors[0].code", equalTo("unknown-decision"));
    }

    @Test
    void aDecisionThatTheCallerMayNotSeeIsUnknownAndIsNotToldToOthers() {
        String meeting = MeetingsService.meeting("RESTRICTED", "FR");
        String decision = MeetingsService.decision(meeting, MeetingsService.agendaItem(meeting, 1), "ADOPTED");
        Map<String, Object> details = details("COALITION");
        details.put("leadParties", List.of("US"));
        details.put("originDecision", decision);
        post(US, "/v1/initiatives", details).then().statusCode(422).body("errors[0].code", equalTo("unknown-decision"));

        try (Topics topics = Topics.fromNow(OPEN, RESTRICTED)) {
            String initiative = initiativeOf(decision, "COALITION");
            as(FR).get(initiative).then().body("originDecisionStatus", equalTo("ADOPTED"));
            as(US).get(initiative)
                    .then()
                    .statusCode(200)
                    .body("originDecision", equalTo(null))
                    .body("originDecisionStatus", equalTo(null));
            as(US).get("/v1/initiatives?originDecision=" + decision).then().body("items", equalTo(List.of()));
            as(US).get("/v1/initiatives?limit=200").then().body("items.originDecision", not(hasItem(decision)));
            as(FR).get("/v1/initiatives?originDecision=" + decision).then().body("items.id", contains(id(initiative)));
            assertEquals(
                    -1,
                    topics.awaitEvent("org.coalition.initiative.planned.v1", initiative)
                            .value()
                            .indexOf(decision));
        }
    }

    @Test
    void whatAPartyMayNotSeeDoesNotExistForItByAnyPath() {
        try (Topics topics = Topics.fromNow(OPEN, RESTRICTED)) {
            String initiative = initiative("RESTRICTED", "FR");
            as(FR).get(initiative).then().statusCode(200).body("visibleTo", contains("FR", "GB"));
            as(US).get(initiative).then().statusCode(404);
            as(ADMIN).get(initiative).then().statusCode(404);
            as(ADMIN).get(initiative("COALITION")).then().statusCode(404);
            anonymous().get(initiative).then().statusCode(404);
            for (String filter : List.of("leadParty=GB", "aspect=MILITARY_SUPPORT", "status=PIPELINE", "limit=200")) {
                as(US).get("/v1/initiatives?limit=200&" + (filter.startsWith("limit") ? "" : filter))
                        .then()
                        .body("items.id", not(hasItem(id(initiative))));
            }
            as(US).header("If-Match", "*")
                    .contentType("application/json")
                    .body("{}")
                    .post(initiative + "/approval")
                    .then()
                    .statusCode(404);
            assertEquals(
                    RESTRICTED,
                    topics.awaitEvent("org.coalition.initiative.planned.v1", initiative)
                            .topic());
            assertEquals(
                    0,
                    topics.all().stream()
                            .filter(message -> message.topic().equals(OPEN))
                            .filter(message -> initiative.equals(Topics.header(message, "ce_subject")))
                            .count());
        }
    }

    @Test
    void anInitiativeThatNarrowsIsWithheldWithItsContributions() {
        try (Topics topics = Topics.fromNow(OPEN, RESTRICTED)) {
            String initiative = initiative("COALITION");
            String line = org.coalition.initiatives.Fixtures.contribution(FR, initiative);
            ok(patch(GB, initiative, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))));
            assertNull(topics.awaitEvent("org.coalition.initiative.withheld.v1", initiative)
                    .value());
            assertNull(topics.await(message -> message.topic().equals(OPEN)
                            && "org.coalition.contribution.withheld.v1".equals(Topics.header(message, "ce_type"))
                            && line.equals(Topics.header(message, "ce_subject")))
                    .value());
            as(US).get(line).then().statusCode(404);
            as(FR).get(line).then().statusCode(200).body("version", equalTo(2));
            ok(patch(GB, initiative, Map.of("visibility", "COALITION")));
            assertEquals(
                    "true",
                    Topics.header(
                            topics.awaitEvent("org.coalition.contribution.disclosed.v1", line), "ce_sequencestart"));
        }
    }

    @Test
    void onlyLeadPartiesRunAnInitiative() {
        String initiative = initiative("COALITION");
        move(FR, initiative + "/approval", Map.of("approvalReason", "x"))
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        patch(FR, initiative, Map.of("title", "Ours")).then().statusCode(403);
        post(FR, "/v1/initiatives", details("COALITION")).then().statusCode(403);
        post(EU, "/v1/initiatives", details("COALITION")).then().statusCode(403);
        patch(GB, initiative, Map.of("leadParties", List.of("FR"))).then().statusCode(403);
        ok(patch(GB, initiative, Map.of("leadParties", List.of("FR", "GB"))));
        ok(move(FR, initiative + "/approval", Map.of("approvalReason", "x")));
    }

    @Test
    void aChangeNeedsTheVersionThatTheCallerHasSeen() {
        String initiative = initiative("COALITION");
        as(GB).contentType("application/json")
                .body("{}")
                .post(initiative + "/approval")
                .then()
                .statusCode(428);
        as(GB).header("If-Match", "\"9\"")
                .contentType("application/json")
                .body("{}")
                .post(initiative + "/approval")
                .then()
                .statusCode(412);
        ok(patch(GB, initiative, Map.of("title", "Air Defense Enhancement")))
                .then()
                .header("ETag", "\"1\"");
        ok(patch(GB, initiative, Map.of("focusArea", "Equipment Delivery")))
                .then()
                .header("ETag", "\"2\"")
                .body("focusArea", equalTo("Equipment Delivery"));
        as(GB).header("If-None-Match", "\"2\"").get(initiative).then().statusCode(304);
    }

    @Test
    void theListIsNarrowedByItsFilters() {
        String decision = MeetingsService.adoptedDecision();
        String mine = initiativeOf(decision, "COALITION");
        Map<String, Object> training = details("COALITION");
        training.put("aspect", "TRAINING");
        training.put("leadParties", List.of("DE", "GB"));
        training.put("originDecision", decision);
        String other = created(post(GB, "/v1/initiatives", training));
        String all = "/v1/initiatives?originDecision=" + decision;
        as(FR).get(all).then().body("items.id", contains(id(mine), id(other)));
        as(FR).get(all + "&aspect=TRAINING").then().body("items.id", contains(id(other)));
        as(FR).get(all + "&leadParty=DE").then().body("items.id", contains(id(other)));
        as(FR).get(all + "&status=APPROVED").then().body("items", equalTo(List.of()));
        as(FR).get(all + "&limit=1").then().body("items.id", contains(id(mine))).body("next", not(equalTo(null)));
        as(FR).get("/v1/initiatives?aspect=NONE").then().statusCode(400);
        as(FR).get("/v1/initiatives?originDecision=x").then().statusCode(400);
    }
}
