package org.coalition.initiatives.report;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.anonymous;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.report.Ledger.exact;
import static org.coalition.initiatives.report.Ledger.followed;
import static org.coalition.initiatives.report.Ledger.posted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coalition.defaults.testing.Tokens;
import org.coalition.initiatives.MeetingsService;
import org.junit.jupiter.api.Test;

/** Each test has quarters of its own, long ago, as all share one ledger. */
@QuarkusTest
class TransparencyReportResourceTest {
    private static final String REPORTS = "/v1/transparency-reports";
    private static final String AUDITOR = Tokens.of("NATO", "reader", "auditor");

    @Test
    void aReportCountsWhatIsPublicAndSaysHowMuchWasWithheld() {
        fill("PUBLIC", "40.50", "1901-02-03");
        fill("PUBLIC", "2", "1901-04-01");
        fill("COALITION", "7", "1901-02-03");
        fill("COALITION", "8", "1901-02-03");
        fill("RESTRICTED", "9", "1901-03-31");
        String report = created(publish(AUDITOR, "1901-Q1", null));
        anonymous()
                .get(report)
                .then()
                .statusCode(200)
                .body("edition", equalTo(1))
                .body("from", equalTo("1901-01-01"))
                .body("to", equalTo("1901-03-31"))
                .body("complete", equalTo(true))
                .body("figures.party", contains("FR"))
                .body("figures.committed", contains(40.50f))
                .body("withheld.visibility", contains("COALITION", "RESTRICTED"))
                .body("withheld.lines", contains(2, 1));
        anonymous().get(REPORTS + "?quarter=1901-Q1").then().body("items.report", contains(report));
    }

    @Test
    void eachFigureIsGivenAnewByItsQuery() {
        fill("PUBLIC", "40.50", "1902-02-03");
        JsonNode figures = exact(anonymous().get(created(publish(AUDITOR, "1902-Q1", null))))
                .at("/figures/0");
        fill("PUBLIC", "1", "1902-02-03");
        JsonNode anew =
                exact(followed(anonymous(), figures.path("query").asText())).at("/items/0");
        for (String figure :
                List.of("pledged", "committed", "allocated", "disbursed", "delivered", "party", "currency")) {
            assertEquals(figures.path(figure), anew.path(figure), figure);
        }
    }

    @Test
    void anEditionIsFrozenAndAFurtherOneSaysWhy() throws SQLException {
        fill("PUBLIC", "5", "1903-02-03");
        String first = created(publish(AUDITOR, "1903-Q1", null));
        String before = anonymous().get(first).asString();
        fill("PUBLIC", "6", "1903-02-03");
        assertEquals(before, anonymous().get(first).asString());
        publish(AUDITOR, "1903-Q1", null).then().statusCode(422).body("errors.pointer", contains("/reason"));
        String second = created(publish(AUDITOR, "1903-Q1", "late entries"));
        anonymous()
                .get(second)
                .then()
                .body("edition", equalTo(2))
                .body("reason", equalTo("late entries"))
                .body("figures.committed", contains(11));
        assertEquals(before, anonymous().get(first).asString());
        try (Connection connection = MeetingsService.database();
                Statement statement = connection.createStatement()) {
            SQLException refusal = assertThrows(
                    SQLException.class,
                    () -> statement.execute(
                            "UPDATE transparency_report SET snapshot = '{}' WHERE id = '%s'".formatted(id(first))));
            assertEquals("23001", refusal.getSQLState());
        }
    }

    @Test
    void ofEditionsPublishedAtOnceOneIsTheNext() throws Exception {
        Callable<Integer> publishing = () -> publish(AUDITOR, "1904-Q1", null).statusCode();
        List<Integer> answers = atOnce(Collections.nCopies(4, publishing));
        assertEquals(1, Collections.frequency(answers, 201), answers.toString());
    }

    @Test
    void onlyAuditorsAndAdminsPublishAndOnlyWhatIsOver() {
        assertEquals(403, publish(GB, "1905-Q1", null).statusCode());
        assertEquals(
                401,
                anonymous()
                        .contentType("application/json")
                        .body("{\"quarter\": \"1905-Q1\"}")
                        .post(REPORTS)
                        .statusCode());
        for (String quarter : List.of("2998-Q1", "1905-Q5", "1905-1", "1905")) {
            publish(AUDITOR, quarter, null).then().statusCode(422).body("errors.pointer", contains("/quarter"));
        }
        publish(AUDITOR, "1905-Q1", "none before").then().statusCode(422).body("errors.pointer", contains("/reason"));
        assertEquals(400, as(AUDITOR).get(REPORTS + "?year=1905").statusCode());
    }

    private static Response publish(String token, String quarter, String reason) {
        return post(
                token,
                REPORTS,
                reason == null ? Map.of("quarter", quarter) : Map.of("quarter", quarter, "reason", reason));
    }

    private static void fill(String visibility, String amount, String day) {
        String[] listed = visibility.equals("RESTRICTED") ? new String[] {"FR"} : new String[0];
        posted(FR, contribution(FR, initiative(visibility, listed)), "COMMITMENT", amount, day);
    }
}
