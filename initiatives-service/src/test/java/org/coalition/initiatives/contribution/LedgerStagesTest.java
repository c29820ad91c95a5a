package org.coalition.initiatives.contribution;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stages of a ledger from the pledge to the delivery, through HTTP. */
@QuarkusTest
class LedgerStagesTest {
    private static final String OPEN = "coalition.initiatives";

    private String line;
    private String entries;

    @BeforeEach
    void open() {
        line = contribution(FR, initiative("COALITION"));
        entries = line + "/entries";
    }

    @Test
    void fundsGoThroughTheirStagesAndEachIsAnnounced() {
        try (Topics topics = Topics.fromNow(OPEN)) {
            created(post(FR, entries, entry("PLEDGE", "100")));
            created(post(FR, entries, entry("COMMITMENT", "80.50")));
            created(post(FR, entries, entry("ALLOCATION", "60")));
            created(post(FR, entries, entry("DISBURSEMENT", "45.25")));
            String now = as(GB).get(line).asString();
            assertTrue(
                    now.contains("\"pledged\":100,\"committed\":80.50,\"allocated\":60,\"disbursed\":45.25,"
                            + "\"delivered\":45.25,\"unallocated\":20.50,\"undelivered\":14.75,\"entryCount\":4"),
                    now);
            ConsumerRecord<String, String> allocated =
                    topics.awaitEvent("org.coalition.contribution.allocated.v1", line);
            assertTrue(allocated.value().contains("\"allocated\":60"), allocated.value());
            ConsumerRecord<String, String> disbursed =
                    topics.awaitEvent("org.coalition.contribution.disbursed.v1", line);
            assertTrue(disbursed.value().contains("\"disbursed\":45.25"), disbursed.value());
            assertEquals("5", Topics.header(disbursed, "ce_sequence"));
        }
    }

    @Test
    void goodsAreDeliveredWhenTheirRecipientConfirmsIt() {
        String goods = contribution(FR, initiative("COALITION"), Map.of("unit", "systems"));
        created(post(FR, goods + "/entries", systems("COMMITMENT", 4)));
        created(post(FR, goods + "/entries", systems("ALLOCATION", 3)));
        post(FR, goods + "/entries", systems("DELIVERY", 1))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/kind"))
                .body("errors[0].code", equalTo("not-posted"))
                .body("detail", containsString("/v1/deliveries"));
        post(FR, goods + "/entries", systems("DISBURSEMENT", 1))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("not-disbursed"));
        confirm(FR, goods, "1").then().statusCode(403);
        try (Topics topics = Topics.fromNow(OPEN)) {
            Response confirmed = ok(confirm(UA, goods, "2"));
            confirmed
                    .then()
                    .body("kind", equalTo("DELIVERY"))
                    .body("quantity.value", equalTo(2))
                    .body("recordedBy", equalTo("ua-reader"))
                    .body("agreementRef", equalTo("receipt 7"));
            ConsumerRecord<String, String> event = topics.awaitEvent("org.coalition.contribution.delivered.v1", goods);
            assertTrue(event.value().contains("\"delivered\":2"), event.value());
        }
        confirm(UA, goods, "2")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("beyond-allocation"))
                .body("detail", containsString("4 would be delivered of 3 allocated"));
        ok(confirm(UA, goods, "2?reason=one%20came%20on%20top"))
                .then()
                .body("exceptionReason", equalTo("one came on top"));
        as(GB).get(goods).then().body("delivered", equalTo(4)).body("undelivered", equalTo(-1));
    }

    @Test
    void aConfirmedDeliveryIsTakenBackWhereItWasConfirmedOnly() {
        String goods = contribution(FR, initiative("COALITION"), Map.of("unit", "systems"));
        created(post(FR, goods + "/entries", systems("COMMITMENT", 4)));
        String allocation = created(post(FR, goods + "/entries", systems("ALLOCATION", 4)));
        String delivery = ok(confirm(UA, goods, "3")).path("id");
        post(FR, goods + "/entries/" + delivery + "/reversal", Map.of("reason", "x"))
                .then()
                .statusCode(409)
                .body("detail", containsString("/v1/deliveries"));
        post(FR, allocation + "/reversal", Map.of("reason", "x"))
                .then()
                .statusCode(409)
                .body("detail", containsString("3 would be delivered of 0 allocated; reverse the DELIVERY first"));
        ok(as(UA).post("/v1/delivery-double/" + id(goods) + "/returns/" + delivery))
                .then()
                .body("reverses", equalTo(delivery))
                .body("quantity.value", equalTo(-3));
        as(UA).post("/v1/delivery-double/" + id(goods) + "/returns/" + delivery)
                .then()
                .statusCode(409);
        as(UA).post("/v1/delivery-double/" + id(goods) + "/returns/" + id(allocation))
                .then()
                .statusCode(409);
        created(post(FR, allocation + "/reversal", Map.of("reason", "x")));
        as(GB).get(goods).then().body("delivered", equalTo(0)).body("allocated", equalTo(0));
    }

    @Test
    void beyondALimitAnEntryNeedsAReasonWhichIsShown() {
        created(post(FR, entries, entry("COMMITMENT", "10")));
        post(FR, entries, entry("ALLOCATION", "10.01"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/exceptionReason"))
                .body("errors[0].code", equalTo("beyond-commitment"))
                .body("detail", containsString("10.01 would be allocated of 10 committed; commit more first"));
        post(FR, entries, beyond("ALLOCATION", "10.01", " ")).then().statusCode(422);
        post(FR, entries, beyond("ALLOCATION", "10.01", "x".repeat(2001)))
                .then()
                .statusCode(422);
        post(FR, entries, beyond("ALLOCATION", "10", "just in case"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("no-exception"));
        as(GB).get(line).then().body("version", equalTo(2));
        String path = created(post(FR, entries, beyond("ALLOCATION", "10.01", "agreed by telephone")));
        as(GB).get(path).then().body("exceptionReason", equalTo("agreed by telephone"));
        post(FR, entries, entry("DISBURSEMENT", "11"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("beyond-allocation"));
        created(post(FR, entries, beyond("DISBURSEMENT", "11", "paid in advance")));
    }

    @Test
    void aLedgerIsListedByKindAndValueDate() {
        created(post(FR, entries, entry("PLEDGE", "1")));
        created(post(FR, entries, entry("COMMITMENT", "2").replace("2026-01-12", "2026-02-01")));
        created(post(FR, entries, entry("COMMITMENT", "3").replace("2026-01-12", "2026-01-13")));
        as(GB).get(entries + "?kind=COMMITMENT").then().body("items.number", contains(2, 3));
        as(GB).get(entries + "?from=2026-01-13").then().body("items.number", contains(2, 3));
        as(GB).get(entries + "?to=2026-01-13").then().body("items.number", contains(1, 3));
        as(GB).get(entries + "?from=2026-01-13&to=2026-01-31").then().body("items.number", contains(3));
        Response first = as(GB).get(entries + "?kind=COMMITMENT&limit=1");
        as(GB).get(entries + "?kind=COMMITMENT&limit=1&cursor=" + first.<String>path("next"))
                .then()
                .body("items.number", contains(3));
        for (String bad : List.of("kind=PROMISE", "from=2026-1-13", "to=yesterday", "from=2026-02-30", "since=x")) {
            as(GB).get(entries + "?" + bad).then().statusCode(400);
        }
    }

    /** Those of an edit of the line, the entry, and its answer; nothing of the ledger before it. */
    @Test
    void anEntryIsPostedWithoutItsLedger() {
        for (int i = 0; i < 3; i++) {
            created(post(FR, entries, entry("PLEDGE", "1")));
        }
        String version = etag(FR, line);
        int edit = Statements.of(() -> as(FR).header("If-Match", version)
                .contentType("application/merge-patch+json")
                .body("{\"description\": \"ammunition\"}")
                .patch(line)
                .then()
                .statusCode(200));
        assertEquals(edit + 2, Statements.of(() -> created(post(FR, entries, entry("PLEDGE", "1")))));
    }

    private static Response confirm(String token, String line, String amount) {
        return as(token).urlEncodingEnabled(false).post("/v1/delivery-double/" + id(line) + "/" + amount);
    }

    private static String beyond(String kind, String amount, String reason) {
        return entry(kind, amount).replace("\"kind\"", "\"exceptionReason\": \"%s\", \"kind\"".formatted(reason));
    }

    private static String systems(String kind, int value) {
        return "{\"kind\":\"%s\",\"quantity\":{\"value\":%d,\"unit\":\"systems\"},\"valueDate\":\"2026-01-12\"}"
                .formatted(kind, value);
    }
}
