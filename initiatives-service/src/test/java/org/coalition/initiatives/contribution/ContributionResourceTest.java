package org.coalition.initiatives.contribution;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.Fixtures.through;
import static org.coalition.initiatives.InitiativesDriver.ADMIN;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.EU;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.anonymous;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.InitiativesDriver;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContributionResourceTest {
    private static final String OPEN = "coalition.initiatives";

    @Test
    void aLineIsOpenedEmptyForTheCallersPartyAndAnnouncedInTheStreamOfItsInitiative() {
        try (Topics topics = Topics.fromNow(OPEN)) {
            String initiative = initiative("COALITION");
            Response opened = post(FR, initiative + "/contributions", opening(Map.of("currency", "EUR")));
            String line = created(opened);
            opened.then()
                    .header("ETag", equalTo("\"1\""))
                    .body("party", equalTo("FR"))
                    .body("initiativeId", equalTo(id(initiative)))
                    .body("currency", equalTo("EUR"))
                    .body("unit", equalTo(null))
                    .body("pledged", equalTo(0))
                    .body("committed", equalTo(0))
                    .body("entryCount", equalTo(0));
            assertEquals(opened.asString(), as(GB).get(line).asString());
            ConsumerRecord<String, String> event = topics.awaitEvent("org.coalition.contribution.opened.v1", line);
            assertEquals(id(initiative), event.key());
            assertEquals("FR", Topics.header(event, "ce_partykey"));
        }
    }

    @Test
    void aLineIsInOneCurrencyOrInOneUnit() {
        String lines = initiative("COALITION") + "/contributions";
        for (Map<String, String> wrong : List.of(
                Map.of("currency", "EUR", "unit", "systems"),
                Map.<String, String>of(),
                Map.of("currency", "EURO"),
                Map.of("currency", "eur"),
                Map.of("currency", "XAU"),
                Map.of("currency", ""),
                Map.of("unit", " "),
                Map.of("unit", "x".repeat(41)))) {
            post(FR, lines, opening(wrong)).then().statusCode(422);
        }
        post(FR, lines, opening(Map.of("currency", "EUR", "party", "GB")))
                .then()
                .statusCode(400);
        post(FR, lines, "{}").then().statusCode(422).body("errors.pointer", hasItem("/track"));
        created(post(FR, lines, opening(Map.of("unit", "systems"))));
    }

    @Test
    void whoMayNotContributeOpensNothing() {
        String lines = initiative("COALITION") + "/contributions";
        Map<String, Object> opening = opening(Map.of("currency", "EUR"));
        post(EU, lines, opening).then().statusCode(403);
        post(ADMIN, lines, opening).then().statusCode(403);
        anonymous()
                .contentType("application/json")
                .body(InitiativesDriver.json(opening))
                .post(lines)
                .then()
                .statusCode(401);
        post(FR, initiative("RESTRICTED", "UA") + "/contributions", opening)
                .then()
                .statusCode(404);
    }

    @Test
    void onlyTheDescriptionIsEditedAndByItsPartyOnly() {
        String line = contribution(FR, initiative("COALITION"));
        patch(GB, line, Map.of("description", "ours")).then().statusCode(403);
        ok(patch(FR, line, Map.of("description", "ammunition")))
                .then()
                .header("ETag", equalTo("\"2\""))
                .body("description", equalTo("ammunition"));
        patch(FR, line, Map.of("currency", "USD")).then().statusCode(400);
        patch(FR, line, Map.of("description", " ")).then().statusCode(422);
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("description", null);
        patch(FR, line, nothing).then().statusCode(422);
        as(FR).contentType("application/merge-patch+json")
                .body("{}")
                .patch(line)
                .then()
                .statusCode(428);
        as(FR).header("If-Match", "\"1\"")
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(line)
                .then()
                .statusCode(412);
    }

    @Test
    void aClosedOrCancelledInitiativeTakesNothingMore() {
        String closed = initiative("COALITION");
        String line = contribution(FR, closed);
        String posted = created(post(FR, line + "/entries", entry("PLEDGE", "5")));
        through(closed, "implementation", "finalisation", "closure");
        String cancelled = initiative("COALITION");
        ok(move(GB, cancelled + "/cancellation", Map.of("reason", "overtaken by events")));
        for (Response refusal : List.of(
                post(FR, closed + "/contributions", opening(Map.of("currency", "EUR"))),
                post(FR, cancelled + "/contributions", opening(Map.of("currency", "EUR"))),
                post(FR, line + "/entries", entry("PLEDGE", "5")),
                post(FR, posted + "/reversal", Map.of("reason", "late")),
                patch(FR, line, Map.of("description", "late")))) {
            assertEquals(409, refusal.statusCode());
            assertEquals("/problems/illegal-transition", refusal.path("type"));
        }
        as(GB).get(line).then().body("entryCount", equalTo(1)).body("version", equalTo(2));
    }

    @Test
    void theListIsNarrowedByItsFilters() {
        String initiative = initiative("COALITION");
        String french = contribution(FR, initiative);
        String german = contribution(DE, initiative, Map.of("unit", "kits", "track", "HUMANITARIAN"));
        String list = "/v1/contributions?initiativeId=" + id(initiative);
        as(US).get(list).then().body("items.id", contains(id(french), id(german)));
        as(US).get(list + "&party=DE").then().body("items.id", contains(id(german)));
        as(US).get(list + "&track=HUMANITARIAN").then().body("items.id", contains(id(german)));
        as(US).get(list + "&instrument=GRANT").then().body("items.id", contains(id(french), id(german)));
        as(US).get(list + "&instrument=LOAN").then().body("items", equalTo(List.of()));
        as(US).get("/v1/contributions?track=NAVAL")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("track"));
        as(US).get("/v1/contributions?initiativeId=1").then().statusCode(400);
        as(US).get("/v1/contributions?owner=FR").then().statusCode(400);
        as(US).urlEncodingEnabled(false)
                .get("/v1/contributions?party=%00")
                .then()
                .statusCode(400);
    }

    @Test
    void aListShowsWhatTheLineItselfShows() {
        String initiative = initiative("COALITION");
        String line = contribution(FR, initiative);
        String pledge = created(post(FR, line + "/entries", entry("PLEDGE", "10.50")));
        created(post(FR, line + "/entries", entry("COMMITMENT", "4.2500")));
        created(post(FR, pledge + "/reversal", Map.of("reason", "withdrawn")));
        String one =
                as(GB).get(line).then().body("entryCount", equalTo(3)).extract().asString();
        String all =
                as(GB).get("/v1/contributions?initiativeId=" + id(initiative)).asString();
        assertEquals("{\"items\":[" + one + "]}", all);
        assertEquals(true, one.contains("\"pledged\":0.00,\"committed\":4.2500,"), one);
    }

    @Test
    void theLinesOfARestrictedInitiativeExistForItsPartiesOnly() {
        String initiative = initiative("RESTRICTED", "FR");
        String line = contribution(FR, initiative);
        String posted = created(post(FR, line + "/entries", entry("PLEDGE", "5")));
        for (String path : List.of(line, line + "/entries", posted)) {
            as(GB).get(path).then().statusCode(200);
            for (String outside : List.of(US, EU, ADMIN)) {
                as(outside).get(path).then().statusCode(404);
            }
            anonymous().get(path).then().statusCode(404);
        }
        post(US, line + "/entries", entry("PLEDGE", "5")).then().statusCode(404);
        post(US, posted + "/reversal", Map.of("reason", "x")).then().statusCode(404);
        for (String filter :
                List.of("?initiativeId=" + id(initiative), "?party=FR&limit=200", "?track=MILITARY&limit=200")) {
            as(US).get("/v1/contributions" + filter).then().body("items.id", not(hasItem(id(line))));
        }
        as(GB).get("/v1/contributions?initiativeId=" + id(initiative)).then().body("items.id", contains(id(line)));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String line = contribution(FR, initiative("COALITION"));
        String other = created(post(FR, contribution(FR, initiative("COALITION")) + "/entries", entry("PLEDGE", "5")));
        as(FR).get(line + "/entries/" + id(other)).then().statusCode(404);
        post(FR, line + "/entries/" + id(other) + "/reversal", Map.of("reason", "x"))
                .then()
                .statusCode(404);
        as(FR).get("/v1/contributions/" + id(other)).then().statusCode(404);
        as(FR).get("/v1/contributions/x").then().statusCode(404);
        as(FR).get("/v1/contributions/" + id(other) + "/entries").then().statusCode(404);
        post(FR, "/v1/contributions/" + id(other) + "/entries", entry("PLEDGE", "5"))
                .then()
                .statusCode(404)
                .body("detail", not(equalTo(null)));
        post(FR, "/v1/initiatives/" + id(line) + "/contributions", opening(Map.of("currency", "EUR")))
                .then()
                .statusCode(404);
    }

    private static Map<String, Object> opening(Map<String, String> measure) {
        Map<String, Object> opening = new HashMap<>(measure);
        opening.put("track", "MILITARY");
        opening.put("instrument", "GRANT");
        opening.put("description", "SAM systems");
        return opening;
    }
}
