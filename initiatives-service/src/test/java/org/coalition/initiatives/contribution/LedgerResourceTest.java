package org.coalition.initiatives.contribution;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.InitiativesDriver.EU;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coalition.defaults.testing.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerResourceTest {
    private static final String OPEN = "coalition.initiatives";

    private String line;
    private String entries;

    @BeforeEach
    void open() {
        line = contribution(FR, initiative("COALITION"));
        entries = line + "/entries";
    }

    @Test
    void anEntryIsPostedToTheLetterAndAnnounced() {
        try (Topics topics = Topics.fromNow(OPEN)) {
            Response posted = post(FR, entries, entry("PLEDGE", "1500000.00"));
            String path = created(posted);
            posted.then()
                    .body("number", equalTo(1))
                    .body("kind", equalTo("PLEDGE"))
                    .body("valueDate", equalTo("2026-01-12"))
                    .body("recordedBy", equalTo("fr-reader"))
                    .body("contributionId", equalTo(id(line)));
            assertTrue(posted.asString().contains("{\"amount\":1500000.00,\"currency\":\"EUR\"}"), posted.asString());
            assertEquals(posted.asString(), as(GB).get(path).asString());
            ConsumerRecord<String, String> event = topics.awaitEvent("org.coalition.contribution.pledged.v1", line);
            assertEquals("2", Topics.header(event, "ce_sequence"));
            assertTrue(event.value().contains("\"pledged\":1500000.00"), event.value());
            assertTrue(event.value().contains("\"facts\":{\"entry\":" + posted.asString() + "}"), event.value());
        }
    }

    @Test
    void anEntryIsReversedOnceWholeAndForAReason() {
        String commitment = created(post(FR, entries, entry("COMMITMENT", "40.25")));
        post(FR, commitment + "/reversal", Map.of("reason", " ")).then().statusCode(422);
        post(FR, commitment + "/reversal", "{}").then().statusCode(422);
        post(FR, commitment + "/reversal", Map.of("reason", "x", "amount", 10))
                .then()
                .statusCode(400);
        try (Topics topics = Topics.fromNow(OPEN)) {
            Response reversed = post(FR, commitment + "/reversal", Map.of("reason", "entered twice"));
            String reversal = created(reversed);
            reversed.then()
                    .body("reverses", equalTo(id(commitment)))
                    .body("number", equalTo(2))
                    .body("reason", equalTo("entered twice"));
            assertTrue(reversed.asString().contains("\"amount\":-40.25"), reversed.asString());
            ConsumerRecord<String, String> event =
                    topics.awaitEvent("org.coalition.contribution.entry-reversed.v1", line);
            assertTrue(event.value().contains("\"reason\":\"entered twice\""), event.value());
            post(FR, commitment + "/reversal", Map.of("reason", "again"))
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("already"));
            post(FR, reversal + "/reversal", Map.of("reason", "again")).then().statusCode(409);
            assertEquals(
                    1,
                    topics.all().stream()
                            .filter(message -> line.equals(Topics.header(message, "ce_subject")))
                            .filter(message -> Integer.parseInt(Topics.header(message, "ce_sequence")) > 2)
                            .count());
        }
        as(GB).get(line).then().body("version", equalTo(3)).body("committed", equalTo(0.0f));
    }

    @Test
    void onlyThePartyWhoseLineItIsWritesInIt() {
        String posted = created(post(FR, entries, entry("PLEDGE", "5")));
        post(GB, entries, entry("PLEDGE", "5")).then().statusCode(403).body("detail", containsString("Only FR"));
        post(GB, posted + "/reversal", Map.of("reason", "x")).then().statusCode(403);
        post(EU, entries, entry("PLEDGE", "5")).then().statusCode(403);
        as(GB).get(line).then().body("version", equalTo(2));
    }

    @Test
    void anEntryIsInTheMeasureOfItsLine() {
        post(
                        FR,
                        entries,
                        "{\"kind\":\"PLEDGE\",\"money\":{\"amount\":1,\"currency\":\"USD\"},\"valueDate\":\"2026-01-12\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/money/currency"))
                .body("errors[0].code", equalTo("other-currency"));
        String two = "{\"kind\":\"PLEDGE\",\"quantity\":{\"value\":2,\"unit\":\"%s\"},\"valueDate\":\"2026-01-12\"}";
        post(FR, entries, two.formatted("systems"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("other-measure"));
        String systems = contribution(FR, initiative("COALITION"), Map.of("unit", "systems")) + "/entries";
        created(post(FR, systems, two.formatted("systems")));
        post(FR, systems, two.formatted("kits")).then().statusCode(422).body("errors[0].code", equalTo("other-unit"));
        post(FR, systems, entry("PLEDGE", "1")).then().statusCode(422).body("errors[0].code", equalTo("other-measure"));
        post(FR, entries, "{\"kind\":\"PLEDGE\",\"valueDate\":\"2026-01-12\"}")
                .then()
                .statusCode(422);
        post(FR, entries, entry("PROMISE", "1")).then().statusCode(400);
        post(FR, entries, "").then().statusCode(400);
        post(FR, entries, "null").then().statusCode(400);
    }

    @Test
    void anAmountOutsideOfWhatIsKeptIsRefused() {
        for (String amount : List.of(
                "0",
                "0.0000",
                "-0.01",
                "-5",
                "1e15",
                "1000000000000000",
                "1.00001",
                "0.00009",
                "1e400",
                "1E+999999999",
                "1e-400",
                "1e-999999999",
                "9".repeat(900))) {
            post(FR, entries, entry("PLEDGE", amount))
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("errors.pointer", hasItem("/money/amount"));
        }
        for (String amount : List.of(
                "NaN",
                "Infinity",
                "-Infinity",
                "\"5\"",
                "\"\"",
                "true",
                "[5]",
                "{}",
                "+5",
                "05",
                ".5",
                "5.",
                "0x5",
                "9".repeat(1001),
                "1e99999999999")) {
            Response refusal = post(FR, entries, entry("PLEDGE", amount));
            assertEquals(400, refusal.statusCode(), amount.substring(0, Math.min(20, amount.length())));
        }
        post(FR, entries, entry("PLEDGE", "null")).then().statusCode(422);
        as(GB).get(line).then().body("version", equalTo(1));
    }

    @Test
    void theDigitsOfAnAmountAreKept() {
        for (String amount :
                List.of("999999999999999.9999", "0.0001", "5", "5.0", "5.0000", "100", "123456789012345")) {
            Response posted = post(FR, entries, entry("COMMITMENT", amount));
            assertTrue(posted.asString().contains("\"amount\":" + amount + ","), posted.asString());
            assertEquals(posted.asString(), as(FR).get(created(posted)).asString());
        }
        Response power = post(FR, entries, entry("COMMITMENT", "1.5e3"));
        assertTrue(power.asString().contains("\"amount\":1500,"), power.asString());
        assertTrue(
                as(FR).get(line).asString().contains("\"committed\":1123456789013960.0000"),
                as(FR).get(line).asString());
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        String entry = "{\"kind\":\"PLEDGE\",\"money\":{\"amount\":1,\"currency\":\"EUR\"},\"valueDate\":%s}";
        for (String date : List.of(
                "\"2026-02-30\"",
                "\"12.01.2026\"",
                "\"2026-1-2\"",
                "\"\"",
                "20260112",
                "[2026,1,12]",
                "\"2026-01-12T00:00:00Z\"",
                "\"+999999999-12-31\"",
                "\"+10000-01-01\"",
                "\"-0001-01-01\"")) {
            Response refusal = post(FR, entries, entry.formatted(date));
            assertEquals(400, refusal.statusCode(), date + " " + refusal.asString());
        }
        created(post(FR, entries, entry.formatted("\"9999-12-31\"")));
        created(post(FR, entries, entry.formatted("\"0001-01-01\"")));
    }

    @Test
    void aTextThatCannotBeKeptIsRefused() {
        String entry =
                "{\"kind\":\"PLEDGE\",\"money\":{\"amount\":1,\"currency\":\"EUR\"},\"valueDate\":\"2026-01-12\",\"agreementRef\":\"%s\"}";
        post(FR, entries, entry.formatted("a\\u0000b")).then().statusCode(400);
        post(FR, entries, entry.formatted("a\\ud800b")).then().statusCode(400);
        post(FR, entries, entry.formatted("x".repeat(501))).then().statusCode(422);
        Response posted = post(FR, entries, entry.formatted("Accord n° 7 — \\ud83c\\uddeb\\ud83c\\uddf7"));
        posted.then().statusCode(201).body("agreementRef", equalTo("Accord n° 7 — 🇫🇷"));
    }
}
