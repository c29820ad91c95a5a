package org.coalition.initiatives.rate;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.InitiativesDriver.ADMIN;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.anonymous;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coalition.initiatives.MeetingsService;
import org.coalition.initiatives.Statements;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExchangeRateResourceTest {
    private static final String RATES = "/v1/exchange-rates";

    @Test
    void anAdminRecordsARateThatEverybodyReads() {
        String rate = created(Rates.record("EUR", "MVR", "16.70", "2026-01-12"));
        anonymous()
                .get(rate)
                .then()
                .statusCode(200)
                .body("base", equalTo("EUR"))
                .body("quote", equalTo("MVR"))
                .body("rate", equalTo(16.70f))
                .body("on", equalTo("2026-01-12"))
                .body("number", equalTo(1));
        anonymous().get(RATES + "?quote=MVR&base=EUR&on=2026-01-12").then().body("items.id", contains(id(rate)));
        assertEquals(
                403,
                post(GB, RATES, Rates.body("EUR", "MVR", "1", "2026-01-13")).statusCode());
        assertEquals(
                1,
                Statements.of(() -> anonymous().get(RATES + "?quote=MVR").then().statusCode(200)));
    }

    @Test
    void aCorrectionStandsBesideWhatItCorrectsWhicheverWayItIsQuoted() {
        String first = created(Rates.record("EUR", "LAK", "20000", "2026-01-12"));
        Rates.record("LAK", "EUR", "0.00004", "2026-01-12")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        String second = created(Rates.correct("LAK", "EUR", "0.00004", "2026-01-12"));
        anonymous().get(second).then().body("number", equalTo(2)).body("reason", equalTo("mistyped"));
        anonymous().get(first).then().body("rate", equalTo(20000)).body("version", equalTo(1));
    }

    @Test
    void ofTwoWhoCorrectAtOnceOneIsToldOfTheOther() throws Exception {
        created(Rates.record("EUR", "MNT", "3700", "2026-01-12"));
        Callable<Integer> correction =
                () -> Rates.correct("EUR", "MNT", "3710", "2026-01-12").statusCode();
        List<Integer> answers = atOnce(Collections.nCopies(4, correction));
        int made = Collections.frequency(answers, 201);
        assertEquals(4 - made, Collections.frequency(answers, 409), answers.toString());
        anonymous().get(RATES + "?quote=MNT").then().body("items.size()", equalTo(1 + made));
    }

    @Test
    void whatIsNoRateIsRefusedWithItsPlace() {
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "base", "EURO", "quote", "EUR", "rate", -1, "on", "2999-01-01", "source", " ", "reason", " ")
                .entrySet()) {
            Map<String, Object> body = Rates.body("EUR", "KHR", "4000", "2026-01-12");
            body.put(wrong.getKey(), wrong.getValue());
            post(ADMIN, RATES, body).then().statusCode(422).body("errors.pointer", contains("/" + wrong.getKey()));
        }
        for (Object zero : List.of(0, 1e10, 1e-13)) {
            Map<String, Object> body = Rates.body("EUR", "KHR", "4000", "2026-01-12");
            body.put("rate", zero);
            assertEquals(422, post(ADMIN, RATES, body).statusCode(), zero.toString());
        }
        Map<String, Object> own = Rates.body("EUR", "KHR", "4000", "2026-01-12");
        own.put("recordedAt", "2020-01-01T00:00:00Z");
        assertEquals(400, post(ADMIN, RATES, own).statusCode());
    }

    @Test
    void theDatabaseRewritesNoRateAndTakesNoneThatFollowsNothing() {
        String rate = id(created(Rates.record("EUR", "BTN", "90", "2026-01-12")));
        refused("23001", "UPDATE exchange_rate SET rate = 91 WHERE id = '%s'".formatted(rate));
        refused("23001", "DELETE FROM exchange_rate WHERE id = '%s'".formatted(rate));
        refused("23505", insert("BTN", "EUR", "0.01", 1, "NULL", "now()"));
        refused("23514", insert("BTN", "EUR", "0.01", 3, "'x'", "now()"));
        refused("23514", insert("BTN", "EUR", "0.01", 2, "'x'", "'2020-01-01T00:00:00Z'"));
        refused("23514", insert("BTN", "EUR", "0.01", 2, "NULL", "'2999-01-01T00:00:00Z'"));
        refused("23514", insert("BTN", "BTN", "1", 1, "NULL", "now()"));
        refused("23514", insert("BTN", "USD", "0", 1, "NULL", "now()"));
    }

    private static String insert(String base, String quote, String rate, int number, String reason, String at) {
        return """
                INSERT INTO exchange_rate (id, version, created_at, updated_at, base, quote, rate, day, source, number, reason)
                VALUES (gen_random_uuid(), 1, %6$s, %6$s, '%1$s', '%2$s', %3$s, '2026-01-12', 'x', %4$d, %5$s)""".formatted(base, quote, rate, number, reason, at);
    }

    private static void refused(String state, String sql) {
        SQLException refusal = assertThrows(
                SQLException.class,
                () -> {
                    try (Connection connection = MeetingsService.database();
                            Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                },
                sql);
        assertEquals(state, refusal.getSQLState(), refusal.getMessage());
    }
}
