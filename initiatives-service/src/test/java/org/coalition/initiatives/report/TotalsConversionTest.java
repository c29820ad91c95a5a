package org.coalition.initiatives.report;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.report.Ledger.exact;
import static org.coalition.initiatives.report.Ledger.followed;
import static org.coalition.initiatives.report.Ledger.posted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.coalition.initiatives.MeetingsService;
import org.coalition.initiatives.Statements;
import org.coalition.initiatives.rate.Rates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Totals in one currency. Each test has a currency of its own, as all share one table of rates. */
@QuarkusTest
class TotalsConversionTest {
    @Inject
    Clock clock;

    private String initiative;

    @BeforeEach
    void plan() {
        initiative = initiative("COALITION");
    }

    @Test
    void eachEntryIsConvertedAtTheLastRateOnOrBeforeItsValueDate() {
        String line = line("FJD");
        created(Rates.record("EUR", "FJD", "2.5", "2026-01-10"));
        created(Rates.record("EUR", "FJD", "2", "2026-01-12"));
        posted(FR, line, "COMMITMENT", "100", "2026-01-11");
        posted(FR, line, "COMMITMENT", "100", "2026-01-12");
        posted(FR, line("EUR"), "COMMITMENT", "7", "2020-01-01");
        Response converted = totals("&currency=EUR");
        converted
                .then()
                .body("items.currency", contains("EUR"))
                .body("items.committed", contains(97.0f))
                .body("unconverted", empty())
                .body("rates.rate", contains(2.5f, 2))
                .body("rates.on", contains("2026-01-10", "2026-01-12"))
                .body("rates.entries", contains(1, 1))
                .body("counts", containsString("half away from zero"));
        totals("&currency=EUR&rateOn=value-date").then().body("items.committed", contains(97.0f));
        totals("&currency=EUR&rateOn=2026-01-11").then().body("items.committed", contains(87.0f));
    }

    @Test
    void aPairServesBothWaysRoundedEntryByEntryHalfAwayFromZero() {
        created(Rates.record("EUR", "WST", "3", "2026-01-01"));
        String line = line("WST");
        String first = posted(FR, line, "COMMITMENT", "10", "2026-01-12");
        posted(FR, line, "COMMITMENT", "0.0001", "2026-01-12");
        posted(FR, line, "COMMITMENT", "20", "2026-01-12");
        assertFigure("10.0000", totals("&currency=EUR"));
        created(as(FR).contentType("application/json")
                .body("{\"reason\": \"x\"}")
                .post(first + "/reversal"));
        assertFigure("6.6667", totals("&currency=EUR"));
        posted(FR, line("EUR"), "COMMITMENT", "0.5", "2026-01-12");
        as(US).get("/v1/totals?initiativeId=" + id(initiative) + "&currency=WST&lineCurrency=EUR")
                .then()
                .body("items.committed", contains(1.5f));
    }

    @Test
    void whatHasNoRateIsListedApartAndNeverDropped() {
        created(Rates.record("EUR", "VUV", "130", "2026-01-12"));
        String line = line("VUV");
        posted(FR, line, "COMMITMENT", "130", "2026-01-12");
        posted(FR, line, "COMMITMENT", "5", "2026-01-11");
        posted(FR, contribution(FR, initiative, Map.of("unit", "trucks")), "COMMITMENT", "4", "2026-01-12");
        Response converted = totals("&currency=EUR");
        converted
                .then()
                .body("items.find { it.currency == 'EUR' }.committed", equalTo(1.0f))
                .body("items.find { it.unit == 'trucks' }.committed", equalTo(4))
                .body("unconverted.currency", contains("VUV"))
                .body("unconverted.committed", contains(5));
        String without = converted.path("unconverted[0].entries");
        followed(as(US), without)
                .then()
                .body("items.money.amount", contains(5))
                .body("items.converted", contains(nullValue()));
        totals("").then().body("unconverted", nullValue()).body("rates", nullValue());
    }

    @Test
    void anAnswerCanBeHadAgainAfterARateWasCorrected() {
        created(Rates.record("EUR", "SBD", "8", "2026-01-12"));
        posted(FR, line("SBD"), "COMMITMENT", "80", "2026-01-12");
        Response before = totals("&currency=EUR");
        created(Rates.correct("SBD", "EUR", "0.2", "2026-01-12"));
        assertFigure("16.0000", totals("&currency=EUR"));
        assertEquals(
                before.asString(),
                totals("&currency=EUR&asOf=" + before.path("asOf")).asString());
    }

    /** Else a rate would come to a time of which a total has been given. */
    @Test
    void aRateUnderWayIsNotOfATimeThatWasAnswered() throws SQLException {
        posted(FR, line("PGK"), "COMMITMENT", "80", "2026-01-12");
        try (Connection writer = MeetingsService.database();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("SELECT 1 FROM exchange_rate WHERE base = 'PGK' FOR SHARE");
            Instant taken = clock.instant();
            Response meanwhile = totals("&currency=EUR");
            assertEquals(true, Instant.parse(meanwhile.path("asOf")).isBefore(taken), meanwhile::asString);
            writer.rollback();
        }
    }

    @Test
    void aTotalIsAFewStatementsHoweverMuchThereIsToConvert() {
        created(Rates.record("EUR", "BMD", "2.7", "2026-01-01"));
        String line = line("BMD");
        posted(FR, line, "COMMITMENT", "1", "2026-01-12");
        int few = Statements.of(() -> totals("&currency=EUR"));
        for (int i = 0; i < 5; i++) {
            posted(FR, line, "COMMITMENT", "1", "2026-01-1" + i);
        }
        assertEquals(few, Statements.of(() -> totals("&currency=EUR")));
        assertEquals(3, few);
    }

    @Test
    void aCurrencyThatIsNoneIsRefused() {
        for (String wrong : new String[] {"EURO", "eur", "XAU", "E'%20--"}) {
            as(US).get("/v1/totals?currency=" + wrong)
                    .then()
                    .statusCode(422)
                    .body("errors.parameter", contains("currency"));
        }
        assertEquals(400, as(US).get("/v1/totals/entries?converted=true").statusCode());
    }

    private static void assertFigure(String expected, Response totals) {
        BigDecimal figure = exact(totals).at("/items/0/committed").decimalValue();
        assertEquals(0, new BigDecimal(expected).compareTo(figure), totals::asString);
    }

    private String line(String currency) {
        return contribution(FR, initiative, Map.of("currency", currency));
    }

    @CanIgnoreReturnValue
    private Response totals(String more) {
        return ok(as(US).get("/v1/totals?by=party&initiativeId=" + id(initiative) + more));
    }
}
