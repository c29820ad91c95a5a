package org.coalition.initiatives.milestone;

import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.Plans.met;
import static org.coalition.initiatives.Plans.milestone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.coalition.initiatives.Statements;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SlipResourceTest {
    @Test
    void aSlipShowsItsEffectOnAllThatWaitForIt() {
        String initiative = initiative("COALITION");
        String first = milestone(initiative, "2999-01-10");
        String second = milestone(initiative, "2999-01-20", first);
        String third = milestone(initiative("COALITION"), "2999-01-25", second);
        String aside = milestone(initiative, "2999-01-11");
        as(FR).get(first + "/slip")
                .then()
                .statusCode(200)
                .body("milestone.projectedOn", equalTo("2999-01-10"))
                .body("milestone.slipDays", equalTo(0))
                .body("dependants.milestoneId", contains(id(second), id(third)))
                .body("dependants.slipDays", contains(0, 0))
                .body("truncated", equalTo(false));
        as(FR).get(first + "/slip?dueOn=2999-01-17")
                .then()
                .body("milestone.dueOn", equalTo("2999-01-10"))
                .body("milestone.slipDays", equalTo(7))
                .body("dependants.projectedOn", contains("2999-01-27", "2999-02-01"))
                .body("dependants.slipDays", contains(7, 7));
        ok(patch(GB, first, Map.of("dueOn", "2999-01-31")));
        as(FR).get(second + "/slip").then().body("milestone.projectedOn", equalTo("2999-02-10"));
        ok(move(GB, second + "/assessment", met("MET", "2026-01-12")));
        as(FR).get(first + "/slip").then().body("dependants.milestoneId", contains(id(third)));
        as(FR).get(third + "/slip").then().body("milestone.projectedOn", equalTo("2999-01-25"));
        as(FR).get(aside + "/slip").then().body("dependants", equalTo(List.of()));
        as(FR).get(first + "/slip?dueOn=soon").then().statusCode(400);
        as(FR).get(first + "/slip?days=3").then().statusCode(400);
    }

    @Test
    void whatOneMayNotKnowOfIsNotReckonedWith() {
        String initiative = initiative("COALITION");
        String secret = milestone(initiative("RESTRICTED", "FR"), "2999-01-10");
        String open = milestone(initiative, "2999-01-20", secret);
        String hidden = milestone(initiative("RESTRICTED", "FR"), "2999-01-30", open);
        ok(patch(GB, secret, Map.of("dueOn", "2999-03-10")));
        as(FR).get(open + "/slip")
                .then()
                .body("milestone.projectedOn", equalTo("2999-03-20"))
                .body("dependants.milestoneId", contains(id(hidden)));
        as(US).get(open + "/slip")
                .then()
                .body("milestone.projectedOn", equalTo("2999-01-20"))
                .body("dependants", equalTo(List.of()));
    }

    @Test
    void itIsReadByTheDepthOfTheGraphAndNotByItsBreadth() {
        String initiative = initiative("COALITION");
        String first = milestone(initiative, "2999-01-10");
        String second = milestone(initiative, "2999-01-20", first);
        int few = statements(first + "/slip");
        for (int i = 0; i < 12; i++) {
            milestone(initiative, "2999-02-10", first);
        }
        assertEquals(few, statements(first + "/slip"));
        milestone(initiative, "2999-02-10", second);
        assertTrue(statements(first + "/slip") <= few + 2);
    }

    private static int statements(String path) {
        return Statements.of(() -> as(FR).get(path).then().statusCode(200));
    }
}
