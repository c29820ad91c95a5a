package org.coalition.meetings.decision;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.etag;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coalition.meetings.TestClock;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SuccessionTest {
    private static final String NOBODYS = "01234567-89ab-7cde-8f01-23456789abcd";
    private static final List<String> TWO = List.of("FR", "GB");

    @Inject
    TestClock clock;

    @Test
    void whatIsSupersededSaysByWhatAndIsNoLongerInForce() {
        String meeting = inProgress("COALITION", TWO);
        String old = adopted(meeting, Map.of());
        String etag = etag(FR, old);
        String successor = drafted(meeting, "CONSENSUS", Map.of("supersedes", id(old)));
        as(FR).get(old).then().body("inForce", equalTo(true)).body("supersededBy", nullValue());
        ok(move(GB_CHAIR, successor + "/opening"));
        ok(move(GB_CHAIR, successor + "/conclusion")).then().body("supersedes", equalTo(id(old)));
        as(FR).get(old)
                .then()
                .body("status", equalTo("ADOPTED"))
                .body("supersededBy", equalTo(id(successor)))
                .body("inForce", equalTo(false));
        assertNotEquals(etag, etag(FR, old));
        register(meeting, old)
                .body("items[0].inForce", equalTo(false))
                .body("items[0].supersededBy", equalTo(id(successor)));
    }

    @Test
    void whatIsAmendedIsStillInForceAndNamesItsAmendments() {
        String meeting = inProgress("COALITION", TWO);
        String old = adopted(meeting, Map.of());
        String first = adopted(meeting, Map.of("amends", id(old)));
        String second = adopted(meeting, Map.of("amends", id(old)));
        as(FR).get(old)
                .then()
                .body("inForce", equalTo(true))
                .body("amendedBy", contains(id(first), id(second)))
                .body("supersededBy", nullValue());
        as(FR).get(first).then().body("amends", equalTo(id(old)));
    }

    @Test
    void aSuccessorUnderSilenceTakesThePlaceByTheClock() {
        String meeting = inProgress("COALITION", TWO);
        String old = adopted(meeting, Map.of());
        String successor = drafted(meeting, "SILENCE", Map.of("supersedes", id(old)));
        ok(move(GB_CHAIR, successor + "/silence-procedure", Map.of("period", "PT48H")));
        as(FR).get(old).then().body("inForce", equalTo(true)).body("supersededBy", nullValue());
        clock.advance(Duration.ofHours(48));
        as(FR).get(old).then().body("inForce", equalTo(false)).body("supersededBy", equalTo(id(successor)));
    }

    @Test
    void onlyAnAdoptedDecisionInForceThatTheCallerKnowsIsNamed() {
        String meeting = inProgress("COALITION", TWO);
        String item = agendaItem(meeting, "References");
        refused(item, Map.of("supersedes", NOBODYS), "unknown-decision");
        refused(item, Map.of("amends", id(drafted(meeting, "CONSENSUS", Map.of()))), "not-adopted");
        String old = adopted(meeting, Map.of());
        refused(item, Map.of("supersedes", id(old), "amends", id(old)), "superseded");
        String successor = adopted(meeting, Map.of("supersedes", id(old)));
        refused(item, Map.of("supersedes", id(old)), "not-in-force");
        refused(item, Map.of("amends", id(old)), "not-in-force");
        String draft = drafted(meeting, "CONSENSUS", Map.of());
        patch(GB_CHAIR, draft, Map.of("supersedes", id(old))).then().statusCode(422);
        ok(patch(GB_CHAIR, draft, Map.of("supersedes", id(successor))))
                .then()
                .body("supersedes", equalTo(id(successor)));
    }

    @Test
    void whatANarrowMeetingDecidedIsNotNamedInAWiderOne() {
        String narrow = adopted(inProgress("RESTRICTED", TWO, "FR"), Map.of());
        String item = agendaItem(inProgress("COALITION", TWO), "Wide");
        refused(item, Map.of("supersedes", id(narrow)), "narrower-audience");
        refused(item, Map.of("amends", id(narrow)), "narrower-audience");
        String wider = agendaItem(inProgress("RESTRICTED", TWO, "FR", "DE"), "Wider");
        refused(wider, Map.of("supersedes", id(narrow)), "narrower-audience");
        String same = inProgress("RESTRICTED", TWO, "FR");
        assertEquals(
                201,
                draft(agendaItem(same, "Same"), "CONSENSUS", Map.of("supersedes", id(narrow)))
                        .statusCode());
    }

    @Test
    void aNarrowSuccessorIsNotNamedToThoseWhoMayNotKnowOfIt() {
        String old = adopted(inProgress("PUBLIC", TWO), Map.of());
        String secret = inProgress("RESTRICTED", TWO, "FR");
        String amendment = adopted(secret, Map.of("amends", id(old)));
        String successor = adopted(secret, Map.of("supersedes", id(old)));
        as(FR).get(amendment).then().body("amends", equalTo(id(old)));
        as(FR).get(successor).then().body("supersedes", equalTo(id(old)));
        anonymous()
                .get(old)
                .then()
                .body("inForce", equalTo(false))
                .body("supersededBy", nullValue())
                .body("amendedBy", empty());
    }

    @Test
    void aSuccessorThatIsWithheldLaterIsNoLongerNamed() {
        String old = adopted(inProgress("COALITION", TWO), Map.of());
        String meeting = inProgress("COALITION", TWO);
        String successor = adopted(meeting, Map.of("supersedes", id(old)));
        as(FR).get(old).then().body("supersededBy", equalTo(id(successor)));
        ok(patch(GB_CHAIR, meeting, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))));
        as(FR).get(old).then().body("supersededBy", nullValue()).body("inForce", equalTo(false));
    }

    @Test
    void ofManyThatWouldTakeOnePlaceOneIsAdopted() throws Exception {
        String meeting = inProgress("COALITION", TWO);
        String old = adopted(meeting, Map.of());
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String rival = drafted(meeting, "CONSENSUS", Map.of("supersedes", id(old)));
            ok(move(GB_CHAIR, rival + "/opening"));
            calls.add(() -> move(GB_CHAIR, rival + "/conclusion").statusCode());
        }
        List<Integer> codes = atOnce(calls);
        assertEquals(1, Collections.frequency(codes, 200), codes.toString());
        assertEquals(7, Collections.frequency(codes, 409), codes.toString());
    }

    @Test
    void aSilenceKeepsThePlaceForItself() {
        String meeting = inProgress("COALITION", TWO);
        String old = adopted(meeting, Map.of());
        String silent = drafted(meeting, "SILENCE", Map.of("supersedes", id(old)));
        String open = drafted(meeting, "CONSENSUS", Map.of("supersedes", id(old)));
        ok(move(GB_CHAIR, open + "/opening"));
        ok(move(GB_CHAIR, silent + "/silence-procedure", Map.of("period", "PT48H")));
        move(GB_CHAIR, open + "/conclusion")
                .then()
                .statusCode(409)
                .body("detail", containsString("only one can take its place"));
        String other = drafted(meeting, "SILENCE", Map.of("supersedes", id(old)));
        move(GB_CHAIR, other + "/silence-procedure", Map.of("period", "PT48H"))
                .then()
                .statusCode(409);
        ok(post(FR, silent + "/objections", Map.of("kind", "OBJECTION", "statement", "No.")));
        ok(move(GB_CHAIR, open + "/conclusion")).then().body("status", equalTo("ADOPTED"));
    }

    private static ValidatableResponse register(String meeting, String decision) {
        String number = as(GB_CHAIR).get(decision).jsonPath().getString("registerNumber");
        return as(GB_CHAIR)
                .queryParam("number", number)
                .get("/v1/decision-register")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].meetingId", equalTo(id(meeting)));
    }

    private static void refused(String item, Map<String, ?> references, String code) {
        draft(item, "CONSENSUS", references).then().statusCode(422).body("errors[0].code", equalTo(code));
    }

    static String adopted(String meeting, Map<String, ?> references) {
        String decision = drafted(meeting, "CONSENSUS", references);
        ok(move(GB_CHAIR, decision + "/opening"));
        ok(move(GB_CHAIR, decision + "/conclusion"));
        return decision;
    }

    private static String drafted(String meeting, String rule, Map<String, ?> references) {
        return created(draft(agendaItem(meeting, "Succession"), rule, references));
    }

    private static Response draft(String item, String rule, Map<String, ?> references) {
        Map<String, Object> draft = new HashMap<>(Map.of("text", "A mechanism.", "adoptionRule", rule));
        draft.putAll(references);
        return post(GB_CHAIR, item + "/decisions", draft);
    }
}
