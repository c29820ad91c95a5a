package org.coalition.initiatives.initiative;

import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.details;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiativeOf;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.ADMIN;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.anonymous;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.MeetingsService;
import org.coalition.initiatives.TestClock;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LostMandateTest {
    @Inject
    TestClock clock;

    @Inject
    Initiatives initiatives;

    @Inject
    MandateNotice notice;

    @Test
    void aDecisionThatNoLongerStandsIsFlaggedWithItsReasonAndFound() {
        String meeting = MeetingsService.meeting("COALITION");
        String item = MeetingsService.agendaItem(meeting, 1);
        for (String lost : List.of("REJECTED", "BROKEN", "WITHDRAWN")) {
            String decision = MeetingsService.decision(meeting, item, lost);
            String initiative = initiativeOf(decision, "COALITION");
            as(FR).get(initiative).then().body("mandateDangling", equalTo(true)).body("mandateLoss", equalTo(lost));
            assertFound(FR, decision, initiative);
        }
        String standing = MeetingsService.decision(meeting, item, "OPEN");
        String initiative = initiativeOf(standing, "COALITION");
        as(FR).get(initiative).then().body("mandateDangling", equalTo(false)).body("mandateLoss", equalTo(null));
        as(FR).get(of(standing, true)).then().body("items", equalTo(List.of()));
        as(FR).get(of(standing, false)).then().body("items.id", contains(id(initiative)));
    }

    @Test
    void aDecisionWhosePlaceAnotherHasTakenIsLostThoughItIsAdopted() {
        String meeting = MeetingsService.meeting("COALITION");
        String item = MeetingsService.agendaItem(meeting, 1);
        String decision = MeetingsService.decision(meeting, item, "ADOPTED");
        String initiative = initiativeOf(decision, "COALITION");
        successor(meeting, item, decision, "OPEN", null);
        as(FR).get(initiative).then().body("mandateDangling", equalTo(false));
        String tag = etag(GB, initiative);
        successor(meeting, item, decision, "ADOPTED", null);
        as(FR).header("If-None-Match", tag)
                .get(initiative)
                .then()
                .statusCode(200)
                .body("originDecisionStatus", equalTo("ADOPTED"))
                .body("mandateLoss", equalTo("SUPERSEDED"));
        assertFound(FR, decision, initiative);
        move(GB, initiative + "/approval", Map.of())
                .then()
                .statusCode(422)
                .body("detail", startsWith("The decision behind this initiative is ADOPTED, but another one"));
        ok(move(GB, initiative + "/approval", Map.of("approvalReason", "the new decision says the same")));
    }

    @Test
    void aSilenceThatLastsTakesThePlaceFromItsExpiryOn() {
        String meeting = MeetingsService.meeting("COALITION");
        String item = MeetingsService.agendaItem(meeting, 1);
        String decision = MeetingsService.decision(meeting, item, "ADOPTED");
        String initiative = initiativeOf(decision, "COALITION");
        successor(
                meeting,
                item,
                decision,
                "UNDER_SILENCE",
                clock.instant().plus(2, ChronoUnit.HOURS).toString());
        as(FR).get(initiative).then().body("mandateDangling", equalTo(false));
        as(FR).get(of(decision, true)).then().body("items", equalTo(List.of()));
        clock.advance(Duration.ofHours(3));
        as(FR).get(initiative).then().body("mandateLoss", equalTo("SUPERSEDED"));
        assertFound(FR, decision, initiative);
    }

    @Test
    void whoMayNotKnowOfTheDecisionIsNotToldThatItWasLost() {
        for (String visibility : List.of("PUBLIC", "COALITION", "RESTRICTED")) {
            for (String narrower : List.of("", "RESTRICTED")) {
                for (boolean convened : List.of(true, false)) {
                    assertToldAlike(visibility, narrower, convened);
                }
            }
        }
    }

    /** The list goes by the database's rule, a single initiative by the one in Java. */
    private static void assertToldAlike(String visibility, String narrower, boolean convened) {
        String meeting = MeetingsService.newId();
        MeetingsService.meeting(meeting, 2, convened, visibility, "FR", "DE");
        String item = narrower.isEmpty()
                ? MeetingsService.agendaItem(meeting, 1)
                : MeetingsService.restrictedItem(meeting, null, "FR", "US");
        String decision = MeetingsService.decision(meeting, item, "WITHDRAWN");
        String initiative = initiativeOf(decision, "PUBLIC");
        for (String token : List.of(GB, FR, DE, US, ADMIN)) {
            assertListedAsTold(as(token).get(initiative), as(token).get("/v1/initiatives?dangling=true&limit=200"));
        }
        assertListedAsTold(anonymous().get(initiative), anonymous().get("/v1/initiatives?dangling=true&limit=200"));
    }

    private static void assertListedAsTold(Response one, Response list) {
        assertEquals(
                Objects.equals(one.path("mandateDangling"), true),
                list.<List<String>>path("items.id").contains(one.<String>path("id")),
                one.asString());
    }

    @Test
    void aDecisionThatVanishedIsFlaggedToTheLeadPartiesOnlyAndNotNamed() throws SQLException {
        String meeting = MeetingsService.meeting("COALITION");
        String decision = MeetingsService.decision(meeting, MeetingsService.agendaItem(meeting, 1), "ADOPTED");
        Map<String, Object> details = details("COALITION");
        details.put("leadParties", List.of("DE"));
        details.put("originDecision", decision);
        MeetingsService.registerParties();
        String initiative = created(post(DE, "/v1/initiatives", details));
        forget("/v1/decisions/" + decision);
        as(DE).get(initiative)
                .then()
                .body("originDecision", equalTo(null))
                .body("mandateDangling", equalTo(true))
                .body("mandateLoss", equalTo("UNKNOWN"));
        as(FR).get(initiative).then().body("mandateDangling", equalTo(null)).body("mandateLoss", equalTo(null));
        as(DE).get("/v1/initiatives?dangling=true&leadParty=DE&limit=200")
                .then()
                .body("items.findAll { it.id == '%s' }.size()".formatted(id(initiative)), equalTo(1));
        as(FR).get("/v1/initiatives?dangling=true&leadParty=DE&limit=200")
                .then()
                .body("items.findAll { it.id == '%s' }.size()".formatted(id(initiative)), equalTo(0));
    }

    @Test
    void thatAMandateWasLostIsAnnouncedOnceToThoseWhoMayAllKnowOfIt() {
        String meeting = MeetingsService.meeting("COALITION");
        String item = MeetingsService.agendaItem(meeting, 1);
        String decision = MeetingsService.decision(meeting, item, "ADOPTED");
        String narrow = MeetingsService.meeting("RESTRICTED", "FR");
        String secret = MeetingsService.decision(narrow, MeetingsService.agendaItem(narrow, 1), "WITHDRAWN");
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            String silent = initiativeOf(secret, "COALITION");
            String initiative = initiativeOf(decision, "COALITION");
            String later = initiativeOf(decision, "COALITION");
            successor(meeting, item, decision, "ADOPTED", null);
            announceLostMandates();
            String told = topics.awaitEvent("org.coalition.initiative.mandate-lost.v1", initiative)
                    .value();
            assertTrue(told.contains("\"loss\":\"SUPERSEDED\"") && told.contains(decision), told);
            topics.awaitEvent("org.coalition.initiative.mandate-lost.v1", later);
            as(GB).get(initiative).then().body("version", equalTo(2));
            String next = initiativeOf(MeetingsService.decision(meeting, item, "WITHDRAWN"), "COALITION");
            announceLostMandates();
            topics.awaitEvent("org.coalition.initiative.mandate-lost.v1", next);
            as(GB).get(initiative).then().body("version", equalTo(2));
            as(GB).get(silent).then().body("version", equalTo(1)).body("mandateDangling", equalTo(true));
        }
    }

    private void announceLostMandates() {
        while (!initiatives.toAnnounce().isEmpty()) {
            notice.announceLostMandates();
        }
    }

    private static void assertFound(String token, String decision, String initiative) {
        as(token).get(of(decision, true)).then().body("items.id", contains(id(initiative)));
        as(token).get(of(decision, false)).then().body("items.id", not(contains(id(initiative))));
    }

    private static String of(String decision, boolean dangling) {
        return "/v1/initiatives?originDecision=" + decision + "&dangling=" + dangling;
    }

    private static void successor(String meeting, String item, String superseded, String status, String expiresAt) {
        String id = MeetingsService.newId();
        Map<String, Object> decision = new HashMap<>(
                Map.of("id", id, "meetingId", meeting, "agendaItemId", item, "text", "Another", "status", status));
        decision.put("supersedes", superseded);
        if (expiresAt != null) {
            decision.put("expiresAt", expiresAt);
        }
        MeetingsService.announce(
                MeetingsService.OPEN, "decision", "revised", "/v1/decisions/" + id, meeting, 1, decision);
    }

    private static void forget(String subject) throws SQLException {
        try (Connection connection = MeetingsService.database();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM read_copy WHERE subject = ?")) {
            delete.setString(1, subject);
            assertEquals(1, delete.executeUpdate());
        }
    }
}
