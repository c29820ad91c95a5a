package org.coalition.meetings.decision;

import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.DE;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.UA;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule through HTTP, with four entitled parties of which GB takes no position. */
@QuarkusTest
class AdoptionResourceTest {
    private static final List<String> FOUR = List.of("DE", "FR", "GB", "UA");

    @ParameterizedTest
    @CsvSource({
        "CONSENSUS, FOR, ABSTAIN, NOT_PARTICIPATING, ADOPTED, does not stand in the way",
        "CONSENSUS, FOR, FOR, AGAINST, REJECTED, against now: 1",
        "UNANIMITY, FOR, FOR, FOR, REJECTED, all 4 entitled parties are for; for now: 3",
        "MAJORITY, FOR, ABSTAIN, NOT_PARTICIPATING, ADOPTED, 'for now: 1, against: 0'",
        "MAJORITY, FOR, AGAINST, ABSTAIN, REJECTED, A tie rejects",
        "QUALIFIED, FOR, FOR, FOR, ADOPTED, '2/3 of the 4 entitled parties are for, which is 3 or more'",
        "QUALIFIED, FOR, FOR, ABSTAIN, REJECTED, for now: 2"
    })
    void theResultFollowsFromTheRuleAndSaysHow(
            AdoptionRule rule, Stance de, Stance fr, Stance ua, DecisionStatus result, String explanation) {
        String decision =
                created(draft(rule, rule == AdoptionRule.QUALIFIED ? Map.of("numerator", 2, "denominator", 3) : null));
        ok(move(GB_CHAIR, decision + "/opening"));
        ok(post(DE, decision + "/positions", Map.of("stance", de)));
        ok(post(FR, decision + "/positions", Map.of("stance", fr)));
        ok(post(UA, decision + "/positions", Map.of("stance", ua)));
        Response concluded = ok(move(GB_CHAIR, decision + "/conclusion"));
        concluded
                .then()
                .body("status", equalTo(result.name()))
                .body("result.silent", equalTo(1))
                .body("result.explanation", containsString(explanation))
                .body(result == DecisionStatus.ADOPTED ? "adoptedAt" : "rejectedAt", notNullValue());
        assertEquals(result == DecisionStatus.ADOPTED, concluded.jsonPath().getBoolean("inForce"));
    }

    @Test
    void allForIsUnanimous() {
        String decision = created(draft(AdoptionRule.UNANIMITY, null));
        ok(move(GB_CHAIR, decision + "/opening"));
        for (String token : List.of(DE, FR, GB_CHAIR, UA)) {
            ok(post(token, decision + "/positions", Map.of("stance", "FOR")));
        }
        ok(move(GB_CHAIR, decision + "/conclusion")).then().body("status", equalTo("ADOPTED"));
    }

    @Test
    void aThresholdIsAFractionOfAtMostTheWholeAndForQualifiedOnly() {
        refused(draft(AdoptionRule.QUALIFIED, null), "/threshold");
        refused(draft(AdoptionRule.MAJORITY, Map.of("numerator", 2, "denominator", 3)), "/threshold");
        refused(draft(AdoptionRule.QUALIFIED, Map.of("numerator", 4, "denominator", 3)), "/threshold/numerator");
        refused(draft(AdoptionRule.QUALIFIED, Map.of("numerator", 0, "denominator", 3)), "/threshold/numerator");
        refused(draft(AdoptionRule.QUALIFIED, Map.of("numerator", 1, "denominator", 1001)), "/threshold/denominator");
        refused(draft(AdoptionRule.QUALIFIED, Map.of("numerator", 1)), "/threshold/denominator");
        draft(AdoptionRule.QUALIFIED, 0.66).then().statusCode(400);
        draft(AdoptionRule.QUALIFIED, Map.of("numerator", 1.5, "denominator", 3))
                .then()
                .statusCode(400);
    }

    private static void refused(Response answer, String pointer) {
        answer.then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    private static Response draft(AdoptionRule rule, Object threshold) {
        Map<String, Object> draft = new HashMap<>(Map.of("text", "A mechanism.", "adoptionRule", rule));
        if (threshold != null) {
            draft.put("threshold", threshold);
        }
        return post(GB_CHAIR, agendaItem(inProgress("COALITION", FOUR), "Rules") + "/decisions", draft);
    }
}
