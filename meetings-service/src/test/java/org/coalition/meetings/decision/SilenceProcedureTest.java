package org.coalition.meetings.decision;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.decision;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.ADMIN;
import static org.coalition.meetings.MeetingsDriver.DE;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.coalition.defaults.testing.Tokens;
import org.coalition.defaults.testing.Topics;
import org.coalition.meetings.MeetingsDatabase;
import org.coalition.meetings.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The silence procedure as the OSCE has it (MC.DOC/1/06, Annex 1(A)). */
@QuarkusTest
class SilenceProcedureTest {
    private static final List<String> FOUR = List.of("DE", "FR", "GB", "UA");
    private static final Map<String, ?> OBJECTION = Map.of("kind", "OBJECTION", "statement", "Not like this.");
    private static final Set<String> OUTCOMES =
            Set.of("org.coalition.decision.adopted.v1", "org.coalition.decision.silence-broken.v1");

    @Inject
    TestClock clock;

    @ParameterizedTest
    @CsvSource({"URGENT,PT4H", "FLASH,PT30M"})
    void aPeriodShorterThanItsUrgencyAllowsIsRefusedWithTheMinimum(String urgency, Duration minimum) {
        String decision = decision(inProgress("COALITION", FOUR), "SILENCE");
        start(decision, urgency, minimum.minusSeconds(1))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/period"))
                .body("errors[0].detail", containsString(minimum.toString()));
        as(FR).get(decision).then().body("status", equalTo("DRAFT")).body("version", equalTo(1));
        ok(start(decision, urgency, minimum)).then().body("urgency", equalTo(urgency));
    }

    @Test
    void withoutAnUrgencyItIsRoutine() {
        String decision = decision(inProgress("COALITION", FOUR), "SILENCE");
        ok(move(GB_CHAIR, decision + "/silence-procedure", Map.of("period", "PT24H")))
                .then()
                .body("urgency", equalTo("ROUTINE"));
    }

    @Test
    void anAmendmentCarriesTheTextAsThePartyWouldHaveIt() {
        String decision = underSilence(inProgress("COALITION", FOUR), "PT48H");
        post(FR, decision + "/objections", Map.of("kind", "AMENDMENT", "statement", "Too weak."))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/proposedText"));
        post(FR, decision + "/objections", Map.of("kind", "OBJECTION", "statement", "No.", "proposedText", "Ours."))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("no-amendment"));
        ok(post(
                        FR,
                        decision + "/objections",
                        Map.of("kind", "AMENDMENT", "statement", "Too weak.", "proposedText", "A strong mechanism.")))
                .then()
                .body("status", equalTo("BROKEN"))
                .body("objection.kind", equalTo("AMENDMENT"))
                .body("objection.proposedText", equalTo("A strong mechanism."));
    }

    @Test
    void whoComesTooLateIsToldWhyAndSinceWhen() {
        String meeting = inProgress("COALITION", FOUR);
        String broken = underSilence(meeting, "PT48H");
        String at = ok(post(FR, broken + "/objections", OBJECTION)).jsonPath().getString("objection.at");
        post(DE, broken + "/objections", OBJECTION)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-transition"))
                .body("detail", containsString("FR broke at " + at));

        String adopted = underSilence(meeting, "PT48H");
        String expiry = as(FR).get(adopted).jsonPath().getString("expiresAt");
        clock.advance(Duration.ofHours(48));
        post(DE, adopted + "/objections", OBJECTION)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-transition"))
                .body("detail", containsString("expired at " + expiry))
                .body("state", equalTo("ADOPTED"));
    }

    @Test
    void ofTwoObjectionsAtTheSameInstantOneBreaksAndTheOtherIsToldWhoDid() throws Exception {
        String decision = underSilence(inProgress("COALITION", FOUR), "PT48H");
        List<Response> answers = atOnce(List.of(
                () -> post(FR, decision + "/objections", OBJECTION),
                () -> post(DE, decision + "/objections", OBJECTION)));
        List<Response> refused =
                answers.stream().filter(answer -> answer.statusCode() == 409).toList();
        assertEquals(1, refused.size());
        String breaker = as(FR).get(decision).jsonPath().getString("objection.party");
        refused.get(0).then().body("detail", containsString(breaker + " broke at"));
    }

    @Test
    void whatWasWithdrawnUnderSilenceIsNotAdoptedByTime() {
        String decision = underSilence(inProgress("COALITION", FOUR), "PT48H");
        ok(move(GB_CHAIR, decision + "/withdrawal", Map.of("reason", "overtaken")));
        clock.advance(Duration.ofHours(49));
        as(FR).get(decision).then().body("status", equalTo("WITHDRAWN")).body("registerNumber", nullValue());
        post(FR, decision + "/objections", OBJECTION).then().statusCode(409).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void twoHundredPartiesThatObjectWhileTheSilenceExpiresLeaveOneOutcomeOneEventAndOneNumber() throws Exception {
        List<String> parties =
                IntStream.range(0, 200).mapToObj(i -> "ORG%03d".formatted(i)).toList();
        String meeting = inProgress("COALITION", List.of());
        for (String party : parties) {
            int code = post(ADMIN, "/v1/parties", Map.of("code", party, "name", party, "kind", "ORGANISATION"))
                    .statusCode();
            assertTrue(Set.of(201, 409).contains(code));
        }
        for (int objectorsFirst : new int[] {0, 20, 200}) {
            String decision = created(post(
                    GB_CHAIR,
                    agendaItem(meeting, "All") + "/decisions",
                    Map.of("text", "For all.", "adoptionRule", "SILENCE", "entitledParties", parties)));
            ok(move(GB_CHAIR, decision + "/silence-procedure", Map.of("period", "PT48H")));
            List<Callable<Integer>> calls = new ArrayList<>();
            for (String party : parties) {
                String token = Tokens.of(party, "contributor");
                calls.add(() -> answered(() -> post(token, decision + "/objections", OBJECTION)));
            }
            calls.add(objectorsFirst, () -> {
                clock.advance(Duration.ofHours(48));
                return answered(() -> as(GB_CHAIR).get(decision));
            });
            List<Integer> codes = atOnce(calls);
            assertTrue(Set.of(200, 409).containsAll(codes), codes.toString());
            // One 200 is the reader's.
            int broken = Collections.frequency(codes, 200) - 1;
            assertTrue(broken <= 1, "broken " + broken + " times");
            as(FR).get(decision).then().body("status", equalTo(broken == 1 ? "BROKEN" : "ADOPTED"));
            assertEquals(List.of(broken == 1 ? "silence-broken" : "adopted"), outcomes(decision));
            assertEquals(
                    1 - broken,
                    MeetingsDatabase.number("SELECT count(register_number) FROM decision WHERE id = '"
                            + decision.substring(decision.lastIndexOf('/') + 1) + "'"));
        }
        assertEquals(
                0,
                MeetingsDatabase.number(
                        "SELECT count(*) FROM (SELECT register_year, max(register_serial) - count(*) AS gaps"
                                + " FROM decision WHERE register_year < 2300 GROUP BY register_year) y WHERE gaps <> 0"));
    }

    /** Asks again as long as the service is too busy to answer, as a caller would. */
    private static int answered(Callable<Response> call) throws Exception {
        int code;
        do {
            code = call.call().statusCode();
        } while (code == 503);
        return code;
    }

    /** Which outcomes of this decision were announced; waits for the one that its state implies. */
    private static List<String> outcomes(String decision) {
        String status = as(GB_CHAIR).get(decision).jsonPath().getString("status");
        String expected = status.equals("BROKEN") ? "silence-broken" : "adopted";
        try (Topics topics = Topics.fromStart("coalition.meetings")) {
            topics.awaitEvent("org.coalition.decision." + expected + ".v1", decision);
            return topics.all().stream()
                    .filter(message -> decision.equals(Topics.header(message, "ce_subject")))
                    .map(message -> Topics.header(message, "ce_type"))
                    .filter(OUTCOMES::contains)
                    .map(type -> type.replace("org.coalition.decision.", "").replace(".v1", ""))
                    .toList();
        }
    }

    private static String underSilence(String meeting, String period) {
        String decision = decision(meeting, "SILENCE");
        ok(move(GB_CHAIR, decision + "/silence-procedure", Map.of("period", period)));
        return decision;
    }

    private static Response start(String decision, String urgency, Duration period) {
        return move(GB_CHAIR, decision + "/silence-procedure", Map.of("period", period.toString(), "urgency", urgency));
    }
}
