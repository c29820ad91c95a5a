package org.coalition.meetings.decision;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.decision;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.DE;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.UA;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.etag;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coalition.meetings.TestClock;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReservationTest {
    private static final List<String> FOUR = List.of("DE", "FR", "GB", "UA");

    @Inject
    TestClock clock;

    @Test
    void aReservationIsAttachedToAnOpenOrAdoptedTextAndChangesNoResult() {
        String decision = open("CONSENSUS");
        ok(reserve(FR, decision, "RESERVATION", "Not in our territory."));
        ok(move(GB_CHAIR, decision + "/conclusion"));
        ok(reserve(DE, decision, "INTERPRETATIVE_STATEMENT", "We read it narrowly."))
                .then()
                .body("status", equalTo("ADOPTED"))
                .body("result.counted.AGAINST", equalTo(0))
                .body("reservations.party", contains("FR", "DE"))
                .body("reservations.kind", contains("RESERVATION", "INTERPRETATIVE_STATEMENT"))
                .body("reservations[1].statement", equalTo("We read it narrowly."));
    }

    @Test
    void itIsAttachedToATextThatWasAdoptedByTheClockOnly() {
        String decision = decision(inProgress("COALITION", FOUR), "SILENCE");
        ok(move(GB_CHAIR, decision + "/silence-procedure", Map.of("period", "PT48H")));
        reserve(FR, decision, "RESERVATION", "Too early.")
                .then()
                .statusCode(409)
                .body("state", equalTo("UNDER_SILENCE"));
        clock.advance(Duration.ofHours(48));
        ok(reserve(FR, decision, "RESERVATION", "In time.")).then().body("status", equalTo("ADOPTED"));
    }

    @Test
    void onlyAnEntitledPartyMakesOneAndOnlyWhereThereIsAText() {
        String draft = decision(inProgress("COALITION", FOUR), "CONSENSUS");
        reserve(FR, draft, "RESERVATION", "Too early.").then().statusCode(409).body("state", equalTo("DRAFT"));
        String decision = open("CONSENSUS");
        reserve(US, decision, "RESERVATION", "We are not entitled.").then().statusCode(403);
        ok(move(GB_CHAIR, decision + "/withdrawal", Map.of("reason", "overtaken")));
        reserve(FR, decision, "RESERVATION", "Too late.").then().statusCode(409).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void sentAgainItIsStillOneAndAPartyHasThreeAtMost() {
        String decision = open("CONSENSUS");
        ok(reserve(FR, decision, "RESERVATION", "One."));
        String etag = etag(FR, decision);
        ok(reserve(FR, decision, "RESERVATION", "One."));
        assertEquals(etag, etag(FR, decision));
        ok(reserve(FR, decision, "INTERPRETATIVE_STATEMENT", "One."));
        ok(reserve(FR, decision, "RESERVATION", "Three."));
        reserve(FR, decision, "RESERVATION", "Four.").then().statusCode(409);
        ok(reserve(UA, decision, "RESERVATION", "One.")).then().body("reservations", hasSize(4));
    }

    @Test
    void theChairCannotRemoveOne() {
        String decision = open("CONSENSUS");
        ok(reserve(FR, decision, "RESERVATION", "It stays."));
        as(GB_CHAIR)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(Map.of("reservations", List.of()))
                .patch(decision)
                .then()
                .statusCode(400);
        as(GB_CHAIR)
                .header("If-Match", "*")
                .delete(decision + "/reservations")
                .then()
                .statusCode(405);
        ok(move(GB_CHAIR, decision + "/withdrawal", Map.of("reason", "overtaken")))
                .then()
                .body("reservations.statement", contains("It stays."));
    }

    @Test
    void reservationsOfManyPartiesThatComeTogetherAreAllKept() throws Exception {
        String decision = open("CONSENSUS");
        List<Callable<Integer>> calls = new ArrayList<>();
        for (String token : List.of(DE, FR, GB_CHAIR, UA)) {
            for (String statement : List.of("One.", "Two.", "Three.")) {
                calls.add(
                        () -> reserve(token, decision, "RESERVATION", statement).statusCode());
            }
        }
        assertEquals(Collections.nCopies(12, 200), atOnce(calls));
        as(FR).get(decision).then().body("reservations", hasSize(12)).body("version", equalTo(14));
    }

    private static Response reserve(String token, String decision, String kind, String statement) {
        return post(token, decision + "/reservations", Map.of("kind", kind, "statement", statement));
    }

    private static String open(String rule) {
        String decision = decision(inProgress("COALITION", FOUR), rule);
        ok(move(GB_CHAIR, decision + "/opening"));
        return decision;
    }
}
