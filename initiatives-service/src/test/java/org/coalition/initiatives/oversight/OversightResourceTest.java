package org.coalition.initiatives.oversight;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.Overseers.DE_MILITARY;
import static org.coalition.initiatives.Overseers.EU_AUDITOR;
import static org.coalition.initiatives.review.Reviewed.approved;
import static org.coalition.initiatives.review.Reviewed.refuse;
import static org.coalition.initiatives.review.Reviewed.submitted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.coalition.initiatives.Statements;
import org.coalition.initiatives.TestClock;
import org.coalition.initiatives.enduse.Stock;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OversightResourceTest {
    private static final int MANY = 6;

    @Inject
    TestClock clock;

    @Test
    void reviewsAreCountedAsTheyStandNow() {
        JsonPath before = report("");
        approved(GB, initiative("COALITION"));
        submitted(GB, initiative("COALITION"));
        ok(refuse(DE_MILITARY, submitted(GB, initiative("COALITION")), "MILITARY", "x"));
        String changed = initiative("COALITION");
        approved(GB, changed);
        ok(patch(GB, changed, Map.of("title", "Another")));
        String twice = initiative("COALITION");
        ok(refuse(DE_MILITARY, submitted(GB, twice), "MILITARY", "x"));
        approved(GB, twice);
        JsonPath after = report("");
        for (Map.Entry<String, Integer> more : Map.of(
                        "reviewed", 5, "approved", 2, "awaiting", 1, "returned", 1, "voided", 1, "withdrawn", 0)
                .entrySet()) {
            String figure = "initiatives." + more.getKey();
            assertEquals(before.getInt(figure) + more.getValue(), after.getInt(figure), figure);
        }
        assertEquals(before.getInt("runningNeverReviewed"), after.getInt("runningNeverReviewed"));
        initiative("COALITION");
        assertEquals(after.getInt("runningNeverReviewed") + 1, report("").getInt("runningNeverReviewed"));
        as(FR).get(after.getString("initiatives.reviews") + "&status=VOIDED&initiativeId=" + id(changed))
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void theReportIsOfOneInitiativeAndOfItsContributions() {
        String initiative = initiative("COALITION");
        approved(FR, contribution(FR, initiative));
        JsonPath report = report("?initiativeId=" + id(initiative));
        assertEquals(1, report.getInt("contributions.approved"));
        assertEquals(0, report.getInt("initiatives.reviewed"));
        assertEquals(1, report.getInt("runningNeverReviewed"));
        as(FR).get(report.getString("contributions.reviews") + "&status=APPROVED")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void openFindingsAreByAgeAndValue() {
        String initiative = initiative("COALITION");
        String of = "?initiativeId=" + id(initiative);
        found(initiative, "UA", 100, 0);
        clock.advance(Duration.ofDays(31));
        found(initiative, "UA", 20, 5);
        found(initiative, "FR", 3, 5);
        as(DE).get("/v1/reports/oversight" + of)
                .then()
                .body("openFindings.unresolved", equalTo(3))
                .body("openFindings.overdue", equalTo(1))
                .body("openFindings.upTo30Days", equalTo(2))
                .body("openFindings.upTo90Days", equalTo(1))
                .body("openFindings.older", equalTo(0))
                .body("openFindings.valueQuestioned[0].amount", equalTo(123))
                .body("openFindingsByOwner.owner", contains("FR", "UA"))
                .body("openFindingsByOwner[1].valueQuestioned[0].amount", equalTo(120))
                .body("complete", equalTo(true));
        as(DE).get(report(of).getString("openFindingsByOwner[0].findings"))
                .then()
                .body("items.owner", contains("FR"));
    }

    @Test
    void whatOneMayNotKnowOfIsNotCounted() {
        String secret = initiative("RESTRICTED", "FR", "EU");
        submitted(GB, secret);
        created(post(EU_AUDITOR, secret + "/findings", finding("FR", 7, 5)));
        String of = "?initiativeId=" + id(secret);
        assertEquals(1, report(of).getInt("initiatives.awaiting"));
        as(DE).get("/v1/reports/oversight" + of)
                .then()
                .body("initiatives.reviewed", equalTo(0))
                .body("runningInitiatives", equalTo(0))
                .body("openFindings.unresolved", equalTo(0))
                .body("openFindingsByOwner", hasSize(0));
    }

    @Test
    void listsAndReportsMakeTheSameStatementsForAnyPage() {
        String initiative = initiative("COALITION");
        Stock stock = new Stock(clock);
        String delivery = stock.received(initiative, 100, "A1", "A2", "A3", "A4", "A5", "A6", "A7");
        List<String> reports = List.of("/v1/reports/oversight", "/v1/reports/end-use-compliance");
        grow(initiative, stock, delivery, 1);
        List<Integer> few = reports.stream()
                .map(report -> statements(report + "?initiativeId=" + id(initiative)))
                .toList();
        grow(initiative, stock, delivery, MANY);
        assertEquals(
                few,
                reports.stream()
                        .map(report -> statements(report + "?initiativeId=" + id(initiative)))
                        .toList());
        String of = "?initiativeId=" + id(initiative);
        assertSameStatements(2, "/v1/reviews" + of);
        for (String list : List.of("findings", "articles", "end-use-checks", "loss-reports", "transfers")) {
            assertSameStatements(1, "/v1/" + list + of);
        }
    }

    private void grow(String initiative, Stock stock, String delivery, int to) {
        for (int i = 1; i <= to; i++) {
            String serial = "A" + i;
            if (to > 1 && i == 1) {
                continue;
            }
            approved(FR, contribution(FR, initiative));
            found(initiative, "UA", 1, 5);

            created(post(DE_MILITARY, delivery + "/end-use-checks", stock.check(0, "PRESENT", serial)));
            created(post(
                    UA,
                    delivery + "/transfers",
                    Map.of("serialNumbers", List.of(serial), "to", "DE", "purpose", "Training.")));
            created(post(
                    UA,
                    delivery + "/loss-reports",
                    Map.of(
                            "serialNumbers",
                            List.of(serial),
                            "kind",
                            "LOST",
                            "lostOn",
                            stock.day(0),
                            "circumstances",
                            "Unknown.")));
        }
    }

    private static void assertSameStatements(int most, String list) {
        int small = statements(list + "&limit=1");
        assertEquals(small, statements(list + "&limit=" + MANY), list);
        assertEquals(most, small, list);
    }

    private static int statements(String path) {
        return Statements.of(() -> as(FR).get(path).then().statusCode(200));
    }

    private static JsonPath report(String of) {
        return as(FR).get("/v1/reports/oversight" + of)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @CanIgnoreReturnValue
    private String found(String initiative, String owner, int questioned, int dueIn) {
        return created(post(DE_MILITARY, initiative + "/findings", finding(owner, questioned, dueIn)));
    }

    private Map<String, Object> finding(String owner, int questioned, int dueIn) {
        return Map.of(
                "owner",
                owner,
                "title",
                "Gaps",
                "description",
                "x",
                "recommendation",
                "x",
                "valueQuestioned",
                Map.of("amount", questioned, "currency", "EUR"),
                "dueOn",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .plusDays(dueIn)
                        .toString());
    }
}
