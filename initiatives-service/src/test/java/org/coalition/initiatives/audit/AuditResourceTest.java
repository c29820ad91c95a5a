package org.coalition.initiatives.audit;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.testing.Tokens;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.Statements;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditResourceTest {
    private static final String AUDIT = "/v1/audit/initiatives";
    /** What the tests of plans put into the tables without the service has no chain; entries and seals come before it. */
    private static final String UNCHAINED = "MISSING_CHAIN";

    private static final String EU_AUDITOR = Tokens.of("EU", "auditor", "reader");
    private static final String FR_AUDITOR = Tokens.of("FR", "auditor", "reader");

    @Test
    void aLedgerIsReadInItsAuditTrailByThoseWhoMayKnowOfTheInitiative() {
        String initiative = initiative("COALITION");
        String line = contribution(FR, initiative);
        created(post(FR, line + "/entries", entry("PLEDGE", "250000.00")));
        as(EU_AUDITOR)
                .get(of(line))
                .then()
                .statusCode(200)
                .body("items.party", contains("FR", "FR"))
                .body("items[1].action", equalTo("org.coalition.contribution.pledged.v1"))
                .body("items[1].after.pledged", equalTo(250000.00f));
        // The page, and what of it may be known.
        assertEquals(2, Statements.of(() -> ok(as(EU_AUDITOR).get(AUDIT + "?noun=contribution&limit=200"))));
        ok(patch(GB, initiative, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))));
        for (String resource : List.of(initiative, line)) {
            as(EU_AUDITOR).get(of(resource)).then().statusCode(200).body("items", empty());
            as(EU_AUDITOR).get(verify(resource)).then().statusCode(404);
        }
        as(FR_AUDITOR).get(of(line)).then().body("items", hasSize(3));
        as(FR_AUDITOR).get(verify(line)).then().body("intact", equalTo(true)).body("entries", equalTo(3));
        as(GB).get(AUDIT).then().statusCode(403);
    }

    @Test
    void theWholeTrailIsIntactAndItsSealsArePublished() {
        try (Topics topics = Topics.fromNow("coalition.initiatives.audit")) {
            initiative("COALITION");
            String hash = JsonPath.from(topics.await(record -> true).value()).getString("after.hash");
            boolean listed = false;
            for (String next = ""; next != null; ) {
                JsonPath answer = ok(as(EU_AUDITOR).get(AUDIT + "/seals?limit=200" + next))
                        .jsonPath();
                listed |= answer.getList("items.hash").contains(hash);
                next = answer.getString("next") == null ? null : "&cursor=" + answer.getString("next");
            }
            assertTrue(listed, hash);
            for (String next = ""; next != null; ) {
                JsonPath answer =
                        ok(as(EU_AUDITOR).get(AUDIT + "/verify" + next)).jsonPath();
                boolean unchained = UNCHAINED.equals(answer.getString("broken.rule"));
                assertTrue(answer.getBoolean("intact") || unchained, answer.prettify());
                next = answer.getString("next") == null || unchained ? null : "?cursor=" + answer.getString("next");
            }
        }
    }

    private static String of(String resource) {
        return AUDIT + "?aggregateId=" + id(resource);
    }

    private static String verify(String resource) {
        return AUDIT + "/verify?aggregateId=" + id(resource);
    }
}
