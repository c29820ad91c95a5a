package org.coalition.initiatives.contribution;

import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.EU;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContributionImportResourceTest {
    private static final String HEADER =
            "initiativeId,track,instrument,description,currency,unit,pledged,committed,valueDate,agreementRef\r\n";

    private String initiative;

    @BeforeEach
    void plan() {
        initiative = id(initiative("COALITION"));
    }

    @Test
    void eachRowOpensALineOfTheCallersPartyWithItsEntriesAndIsAnnounced() throws Exception {
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            Response answer = take(row("Київ shelters", "EUR", "", "10.50", "4", "2026-01-12")
                    + row("'=SAM", "", "systems", "", "2", "2026-01-12"));
            answer.then()
                    .statusCode(201)
                    .body("created", equalTo(2))
                    .body("refused", equalTo(0))
                    .body("items.place", contains("/2", "/3"))
                    .body("items[0].created", hasSize(3));
            String line = answer.path("items[0].created[0]");
            as(GB).get(line)
                    .then()
                    .body("party", equalTo("FR"))
                    .body("description", equalTo("Київ shelters"))
                    .body("pledged", equalTo(10.5f))
                    .body("committed", equalTo(4))
                    .body("entryCount", equalTo(2));
            as(GB).get(answer.<String>path("items[1].created[0]"))
                    .then()
                    .body("description", equalTo("=SAM"))
                    .body("unit", equalTo("systems"))
                    .body("committed", equalTo(2));
            as(GB).get(answer.<String>path("items[0].created[1]")).then().body("kind", equalTo("PLEDGE"));
            topics.await(message -> line.equals(Topics.header(message, "ce_subject"))
                    && "3".equals(Topics.header(message, "ce_sequence")));
        }
    }

    @Test
    void allFaultsAreToldAtOnceWithTheirPlacesAndNothingIsTaken() {
        take(row("good", "EUR", "", "1", "", "2026-01-12")
                        + initiative + ",NAVAL,GRANT,,EUR,systems,-1,x,12.1.2026,\r\n"
                        + "abc,MILITARY,GRANT,y,XXX,,1.123456,,2026-01-12,\r\n")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/3/track"))
                .body("errors.pointer", hasItem("/3/description"))
                .body("errors.pointer", hasItem("/3/currency"))
                .body("errors.pointer", hasItem("/3/pledged"))
                .body("errors.pointer", hasItem("/3/committed"))
                .body("errors.pointer", hasItem("/3/valueDate"))
                .body("errors.pointer", hasItem("/4/initiativeId"))
                .body("errors.pointer", hasItem("/4/currency"))
                .body("errors.pointer", hasItem("/4/pledged"))
                .body("errors.find { it.pointer == '/3/track' }.detail", containsString("Line 3, column 38 (track)"));
        assertEquals(0, lines());
    }

    @Test
    void aRowThatARuleRefusesTakesTheWholeTableBack() {
        String closed = initiative("COALITION");
        ok(move(GB, closed + "/cancellation", Map.of("reason", "x")));
        take(row("good", "EUR", "", "", "1", "2026-01-12") + row(id(closed), "late", "EUR", "", "", "1", "2026-01-12"))
                .then()
                .statusCode(409)
                .body("detail", containsString("/3"))
                .body("errors[0].pointer", equalTo("/3"));
        assertEquals(0, lines());
    }

    @Test
    void leniencyTakesEachRowForItself() {
        Response answer = Tables.post(
                FR,
                "",
                "handling=lenient",
                HEADER
                        + row("one", "EUR", "", "", "1", "2026-01-12")
                        + row("no such currency", "XYZ", "", "", "1", "2026-01-12")
                        + row("01a2129b-7d2d-717d-9579-cab5b34fd42a", "nowhere", "EUR", "", "", "1", "2026-01-12")
                        + row("two", "EUR", "", "", "1", "2026-01-12"));
        answer.then()
                .statusCode(207)
                .header("Preference-Applied", equalTo("handling=lenient"))
                .body("created", equalTo(2))
                .body("refused", equalTo(2))
                .body("items.status", contains(201, 422, 422, 201))
                .body("items[1].problem.errors.pointer", hasItem("/3/currency"))
                .body("items[2].problem.errors.pointer", contains("/4/initiativeId"));
        assertEquals(2, lines());
    }

    @Test
    void whatARuleRefusesLenientlyDoesNotHoldUpTheRest() {
        String closed = initiative("COALITION");
        ok(move(GB, closed + "/cancellation", Map.of("reason", "x")));
        Tables.post(
                        FR,
                        "",
                        "handling=lenient",
                        HEADER
                                + row(id(closed), "late", "EUR", "", "", "1", "2026-01-12")
                                + row("one", "EUR", "", "1", "1", "2026-01-12"))
                .then()
                .statusCode(207)
                .body("items.status", contains(409, 201));
        assertEquals(1, lines());
    }

    @Test
    void validatingChangesNothingAndAnnouncesNothing() throws Exception {
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            String good = HEADER + row("one", "EUR", "", "1", "1", "2026-01-12");
            Tables.post(FR, "?validateOnly=true", null, good)
                    .then()
                    .statusCode(200)
                    .body("validatedOnly", equalTo(true))
                    .body("created", equalTo(1));
            Tables.post(FR, "?validateOnly=true", "handling=lenient", good + "x,MILITARY,GRANT,y,EUR,,,,,\r\n")
                    .then()
                    .statusCode(207)
                    .body("items.status", contains(201, 422));
            Tables.post(FR, "?validateOnly=true", null, good + "x,MILITARY,GRANT,y,EUR,,,,,\r\n")
                    .then()
                    .statusCode(422);
            assertEquals(0, lines());
            String line = take(row("one", "EUR", "", "", "", "")).path("items[0].created[0]");
            topics.await(message -> line.equals(Topics.header(message, "ce_subject")));
            assertEquals(
                    List.of(line),
                    topics.all().stream()
                            .filter(message ->
                                    isOfALine(message) && message.value().contains(initiative))
                            .map(message -> Topics.header(message, "ce_subject"))
                            .distinct()
                            .toList());
        }
    }

    @Test
    void whatTheCallerMayNotKnowOfIsRefusedLikeWhatIsNotThere() {
        String secret = id(initiative("RESTRICTED", "GB"));
        take(row(secret, "x", "EUR", "", "", "1", "2026-01-12"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/2/initiativeId"))
                .body("errors[0].code", equalTo("unknown-initiative"));
    }

    @Test
    void onlyAContributorImportsAndOnlyATable() {
        String good = HEADER + row("one", "EUR", "", "", "", "");
        Tables.post(EU, "", null, good).then().statusCode(403);
        Tables.post(null, "", null, good).then().statusCode(401);
        Tables.post(DE, "", null, "").then().statusCode(400).body("errors[0].code", equalTo("no-header"));
        Tables.post(DE, "", null, HEADER).then().statusCode(400).body("errors[0].code", equalTo("no-rows"));
        Tables.post(DE, "?dryRun=true", null, good).then().statusCode(400);
        as(DE).contentType("application/json")
                .body("{}")
                .post("/v1/imports/contributions")
                .then()
                .statusCode(415);
        Tables.post(DE, "", null, "a".repeat(1_100_000)).then().statusCode(413);
        as(GB).get("/v1/contributions?initiativeId=" + initiative).then().body("next", nullValue());
        assertEquals(0, lines());
    }

    @Test
    void aTableOfTooManyRowsIsRefused() {
        Tables.post(FR, "", null, HEADER + row("x", "EUR", "", "", "", "").repeat(201))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("too-many"));
    }

    private static boolean isOfALine(ConsumerRecord<String, String> message) {
        return message.value() != null && Topics.header(message, "ce_subject").startsWith("/v1/contributions/");
    }

    private static Response take(String rows) {
        return Tables.post(FR, "", null, HEADER + rows);
    }

    private String row(String description, String currency, String unit, String pledged, String committed, String day) {
        return row(initiative, description, currency, unit, pledged, committed, day);
    }

    private static String row(
            String initiative,
            String description,
            String currency,
            String unit,
            String pledged,
            String committed,
            String day) {
        return String.join(
                        ",", initiative, "MILITARY", "GRANT", description, currency, unit, pledged, committed, day, "")
                + "\r\n";
    }

    private int lines() {
        return as(GB).get("/v1/contributions?initiativeId=" + initiative)
                .<List<?>>path("items")
                .size();
    }
}
