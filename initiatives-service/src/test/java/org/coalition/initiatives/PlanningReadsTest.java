package org.coalition.initiatives;

import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.details;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.json;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.Plans.actual;
import static org.coalition.initiatives.Plans.indicator;
import static org.coalition.initiatives.Plans.milestone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list of plans makes as many statements for much as for little. */
@QuarkusTest
class PlanningReadsTest {
    private static final int MANY = 10;

    @Test
    void initiativesWithParentsAndDependencies() {
        MeetingsService.registerParties();
        String decision = MeetingsService.adoptedDecision();
        for (int i = 0; i < MANY; i++) {
            Map<String, Object> details = details("COALITION");
            details.put("originDecision", decision);
            details.put("parentId", id(initiative("COALITION")));
            details.put("dependsOn", List.of(id(initiative("COALITION")), id(initiative("COALITION"))));
            created(post(GB, "/v1/initiatives", details));
        }
        assertSameStatements(9, "/v1/initiatives?originDecision=" + decision);
        assertSameStatements(9, "/v1/initiatives?originDecision=" + decision + "&dangling=false");
    }

    @Test
    void milestonesWithDependencies() {
        String initiative = initiative("COALITION");
        for (int i = 0; i < MANY; i++) {
            milestone(
                    initiative,
                    "2999-01-31",
                    milestone(initiative("COALITION"), "2999-01-01"),
                    milestone(initiative("COALITION"), "2999-01-01"));
        }
        assertSameStatements(3, "/v1/milestones?initiativeId=" + id(initiative));
    }

    @Test
    void indicatorsWithActuals() {
        String initiative = initiative("COALITION");
        for (int i = 0; i < MANY; i++) {
            String indicator = indicator(initiative);
            ok(as(GB).header("If-Match", etag(GB, indicator))
                    .contentType("application/json")
                    .body(json(actual("50", "2025-07-01")))
                    .post(indicator + "/actuals"));
        }
        assertSameStatements(2, "/v1/indicators?initiativeId=" + id(initiative));
    }

    private static void assertSameStatements(int most, String list) {
        int small = statements(list + "&limit=1");
        assertEquals(small, statements(list + "&limit=" + MANY), list);
        assertTrue(small > 0 && small <= most, small + " statements for " + list);
    }

    private static int statements(String path) {
        return Statements.of(() -> as(FR).get(path).then().statusCode(200));
    }
}
