package org.coalition.initiatives.iati;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.details;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.Fixtures.through;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.iati.Publications.activities;
import static org.coalition.initiatives.iati.Publications.activity;
import static org.coalition.initiatives.iati.Publications.values;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coalition.initiatives.Plans;
import org.coalition.initiatives.Statements;
import org.coalition.initiatives.delivery.Shipments;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

@QuarkusTest
class IatiExportTest {
    @Test
    void anInitiativeIsAnActivityWithItsPartiesDatesAndDescriptions() {
        Map<String, Object> wanted = details("PUBLIC");
        wanted.put("participants", List.of("DE"));
        wanted.put("aspect", "HUMANITARIAN_AID");
        String initiative = planned(wanted);
        Plans.milestone(initiative, "2027-03-01");
        contribution(FR, initiative);
        Element activity = activity(null, initiative);
        assertEquals(List.of("XI-COALITION-" + id(initiative)), values(activity, "iati-identifier"));
        assertEquals(List.of("XI-COALITION"), values(activity, "reporting-org/@ref"));
        assertEquals(List.of("1"), values(activity, "@humanitarian"));
        assertEquals(List.of("Air Defense Enhancement"), values(activity, "title/narrative"));
        assertEquals(List.of("Supply of SAM Systems"), values(activity, "description[@type=1]/narrative"));
        assertEquals(List.of("Improved airspace control"), values(activity, "description[@type=2]/narrative"));
        assertEquals(List.of("FR"), values(activity, "participating-org[@role=1]/@ref"));
        assertEquals(List.of("GB"), values(activity, "participating-org[@role=2]/@ref"));
        assertEquals(List.of("DE"), values(activity, "participating-org[@role=4]/@ref"));
        assertEquals(List.of("UA"), values(activity, "recipient-country/@code"));
        assertEquals(List.of("HUMANITARIAN_AID"), values(activity, "tag/@code"));
        assertEquals(List.of("1", "3"), values(activity, "activity-date/@type"));
        assertEquals(List.of("2027-03-01"), values(activity, "activity-date[@type=3]/@iso-date"));
    }

    @Test
    void eachStateIsExportedByItsCode() {
        String initiative = initiative("PUBLIC");
        List<String> codes = new ArrayList<>(status(initiative));
        through(initiative);
        codes.addAll(status(initiative));
        ok(move(GB, initiative + "/implementation"));
        codes.addAll(status(initiative));
        ok(move(GB, initiative + "/suspension", Map.of("reason", "x")));
        codes.addAll(status(initiative));
        ok(move(GB, initiative + "/resumption"));
        ok(move(GB, initiative + "/finalisation"));
        codes.addAll(status(initiative));
        ok(move(GB, initiative + "/closure"));
        codes.addAll(status(initiative));
        assertEquals(List.of("1", "1", "2", "6", "3", "4"), codes);
        assertEquals(List.of("1", "2", "4"), values(activity(null, initiative), "activity-date/@type"));
        String other = initiative("PUBLIC");
        ok(move(GB, other + "/cancellation", Map.of("reason", "x")));
        assertEquals(List.of("5"), status(other));
    }

    @Test
    void entriesAreTransactionsByTheirKindAndAReversalIsANegativeOne() {
        String initiative = initiative("PUBLIC");
        String line = contribution(FR, initiative);
        created(post(FR, line + "/entries", entry("PLEDGE", "9.5")));
        created(post(FR, line + "/entries", entry("COMMITMENT", "8")));
        String wrong = created(post(FR, line + "/entries", entry("COMMITMENT", "1.25")));
        created(post(FR, wrong + "/reversal", Map.of("reason", "entered twice")));
        created(post(FR, line + "/entries", entry("ALLOCATION", "7")));
        created(post(FR, line + "/entries", entry("DISBURSEMENT", "3")));
        Element activity = activity(null, initiative);
        assertEquals(List.of("12", "2", "2", "2", "3"), values(activity, "transaction/transaction-type/@code"));
        assertEquals(List.of("9.5", "8", "1.25", "-1.25", "3"), values(activity, "transaction/value"));
        assertEquals(
                "Reversal: entered twice",
                values(activity, "transaction[4]/description/narrative").get(0));
        assertEquals(List.of("EUR"), distinct(values(activity, "transaction/value/@currency")));
        assertEquals(List.of("2026-01-12"), distinct(values(activity, "transaction/transaction-date/@iso-date")));
        assertEquals(List.of("FR"), distinct(values(activity, "transaction/provider-org/@ref")));
        assertEquals(List.of("UA"), distinct(values(activity, "transaction/receiver-org/@ref")));
        assertEquals(List.of("110"), distinct(values(activity, "transaction/finance-type/@code")));
        assertEquals(List.of("4"), values(activity, "planned-disbursement/value"), "allocated and not yet disbursed");
        assertEquals(List.of("2026-01-12"), values(activity, "planned-disbursement/period-start/@iso-date"));
    }

    @Test
    void goodsInUnitsAreNoTransactionsButAnOutput() {
        String initiative = initiative("PUBLIC");
        String line = Shipments.line(initiative, 5);
        as(FR).get(Shipments.received(line, 2, 3, 1)).then().body("stage", equalTo("RECEIPT_CONFIRMED"));
        Element activity = activity(null, initiative);
        assertEquals(List.of(), values(activity, "transaction"));
        assertEquals(List.of(), values(activity, "planned-disbursement"));
        assertEquals(List.of("SAM systems"), values(activity, "result[@type=1]/title/narrative"));
        assertEquals(List.of("systems"), values(activity, "result/indicator/title/narrative"));
        assertEquals(List.of("5"), values(activity, "result/indicator/period/target/@value"));
        assertEquals(List.of("2"), values(activity, "result/indicator/period/actual/@value"));
    }

    @Test
    void goodsValuedInMoneyThatArePromisedArePlannedForTheirDay() {
        String initiative = initiative("PUBLIC");
        Map<String, Object> opening = new HashMap<>(
                Map.of("track", "MILITARY", "instrument", "IN_KIND", "description", "Shelters", "currency", "EUR"));
        String line = created(post(FR, initiative + "/contributions", opening));
        created(post(FR, line + "/entries", entry("COMMITMENT", "10")));
        created(post(FR, line + "/entries", entry("ALLOCATION", "10")));
        Map<String, Object> plan = Shipments.plan(4, 10);
        plan.remove("quantity");
        plan.put("money", Map.of("amount", 4, "currency", "EUR"));
        String delivery = created(post(FR, line + "/deliveries", plan));
        Element activity = activity(null, initiative);
        assertEquals(List.of("4", "6"), values(activity, "planned-disbursement/value"));
        assertEquals(List.of("1", "1"), values(activity, "planned-disbursement/@type"));
        assertEquals(
                as(FR).get(delivery).path("promisedOn"),
                values(activity, "planned-disbursement[1]/period-start/@iso-date")
                        .get(0));
        assertEquals(
                "UA",
                values(activity, "planned-disbursement[1]/receiver-org/@ref").get(0));
    }

    @Test
    void ofASplitLineItsPartsAreTold() {
        String initiative = initiative("PUBLIC");
        String line = contribution(FR, initiative);
        created(post(FR, line + "/entries", entry("COMMITMENT", "10")));
        ok(move(
                FR,
                line + "/split",
                Map.of(
                        "parts",
                        List.of(
                                Map.of("description", "one", "committed", 4),
                                Map.of("description", "two", "committed", 6)))));
        Element activity = activity(null, initiative);
        assertEquals(List.of("4", "6"), values(activity, "transaction/value"));
        assertEquals(List.of("one", "two"), values(activity, "transaction/description/narrative"));
        String goods = Shipments.line(initiative, 5);
        ok(move(
                FR,
                goods + "/split",
                Map.of(
                        "parts",
                        List.of(
                                Map.of("description", "three", "committed", 2, "allocated", 2),
                                Map.of("description", "four", "committed", 3, "allocated", 3)))));
        assertEquals(List.of("three", "four"), values(activity(null, initiative), "result/title/narrative"));
    }

    @Test
    void conditionsAndResultsAreTold() {
        String initiative = initiative("PUBLIC");
        Map<String, Object> opening = new HashMap<>(
                Map.of("track", "MILITARY", "instrument", "LOAN", "description", "Loan", "currency", "EUR"));
        opening.put("conditions", List.of(Map.of("kind", "FIDUCIARY", "text", "Audited each year")));
        created(post(FR, initiative + "/contributions", opening));
        String indicator = Plans.indicator(initiative);
        ok(move(GB, indicator + "/actuals", Plans.actual("40.5", "2025-06-30")));
        Element activity = activity(null, initiative);
        assertEquals(List.of("1"), values(activity, "conditions/@attached"));
        assertEquals(List.of("3"), values(activity, "conditions/condition/@type"));
        assertEquals(List.of("Audited each year"), values(activity, "conditions/condition/narrative"));
        assertEquals(List.of("Improved airspace control"), values(activity, "result[@type=2]/title/narrative"));
        assertEquals(List.of("2"), values(activity, "result/indicator/@measure"));
        assertEquals(List.of("2024"), values(activity, "result/indicator/baseline/@year"));
        assertEquals(List.of("100"), values(activity, "result/indicator/period/target/@value"));
        assertEquals(List.of("40.5"), values(activity, "result/indicator/period/actual/@value"));
    }

    @Test
    void onlyWhatTheCallerMayKnowOfIsExported() {
        String restricted = initiative("RESTRICTED", "FR");
        String coalition = initiative("COALITION");
        String open = initiative("PUBLIC");
        assertEquals(1, activities(FR, "?initiativeId=" + id(restricted)).size());
        Publications.get(DE, "?initiativeId=" + id(restricted)).then().statusCode(404);
        assertEquals(1, activities(DE, "?initiativeId=" + id(coalition)).size());
        Publications.get(null, "?initiativeId=" + id(coalition))
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        List<String> seen = new ArrayList<>();
        String query = "?limit=200";
        while (query != null) {
            Response page = ok(Publications.get(null, query));
            activities(page).forEach(activity -> seen.addAll(values(activity, "iati-identifier")));
            query = next(page);
        }
        assertTrue(seen.contains("XI-COALITION-" + id(open)));
        assertFalse(seen.contains("XI-COALITION-" + id(coalition)));
        assertFalse(seen.contains("XI-COALITION-" + id(restricted)));
        assertEquals(seen.size(), distinct(seen).size());
    }

    @Test
    void aPageLinksTheNextOne() {
        initiative("PUBLIC");
        initiative("PUBLIC");
        Response first = ok(Publications.get(null, "?limit=1"));
        first.then().header("Link", startsWith("</v1/iati/activities?limit=1&cursor="));
        Response second = ok(Publications.get(null, next(first)));
        assertEquals(1, activities(second).size());
        assertFalse(first.asString().equals(second.asString()));
        Publications.get(null, "?cursor=abc").then().statusCode(400).body("errors[0].parameter", equalTo("cursor"));
    }

    @Test
    void aPageMakesTheSameStatementsForMuchAsForLittle() {
        String initiative = initiative("PUBLIC");
        int few = Statements.of(() -> activity(FR, initiative));
        for (int i = 0; i < 5; i++) {
            String line = contribution(FR, initiative);
            created(post(FR, line + "/entries", entry("PLEDGE", "1")));
            ok(move(GB, Plans.indicator(initiative) + "/actuals", Plans.actual("1", "2025-06-30")));
            Plans.milestone(initiative, "2027-03-01");
        }
        // The actuals of indicators are asked for only where there are indicators.
        assertEquals(few + 1, Statements.of(() -> activity(FR, initiative)));
        int many = Statements.of(() -> activities(FR, "?limit=200"));
        assertTrue(many <= few + 1, many + " statements for many, " + few + " for one");
        assertTrue(few < 12, few + " statements");
    }

    @Test
    void aTextThatXmlCannotHoldDoesNotBreakTheDocument() {
        Map<String, Object> wanted = details("PUBLIC");
        wanted.put("title", "a\u0001 <b> & \"c\" ]]> \ud83d\ude00");
        assertEquals(
                List.of("a\ufffd <b> & \"c\" ]]> \ud83d\ude00"),
                values(activity(null, planned(wanted)), "title/narrative"));
    }

    private static String planned(Map<String, Object> details) {
        initiative("PUBLIC");
        return created(post(GB, "/v1/initiatives", details));
    }

    private static List<String> status(String initiative) {
        return values(activity(null, initiative), "activity-status/@code");
    }

    private static String next(Response page) {
        String link = page.header("Link");
        return link == null ? null : link.substring(link.indexOf('?'), link.indexOf('>'));
    }

    private static List<String> distinct(List<String> values) {
        return values.stream().distinct().toList();
    }
}
