package org.coalition.initiatives.timeliness;

import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.delivery.Shipments.day;
import static org.coalition.initiatives.delivery.Shipments.line;
import static org.coalition.initiatives.delivery.Shipments.planned;
import static org.coalition.initiatives.delivery.Shipments.reached;
import static org.coalition.initiatives.delivery.Shipments.receipt;
import static org.coalition.initiatives.delivery.Shipments.received;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coalition.initiatives.Statements;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimelinessResourceTest {
    /** Far ahead of wherever another test has put the clock. */
    private static final int FAR = 3000;

    @Test
    void eachFigureCountsWhatItSaysAndListsTheDeliveriesBehindIt() {
        String initiative = initiative("COALITION");
        String line = line(initiative, 20);
        // One is received in time, one three days late, one four days after its first promise and in time for the
        // second.
        String inTime = id(received(line, 1, -4, 5));
        String late = id(received(line, 1, -8, 5));
        String revised = planned(line, 1, -9);
        ok(move(FR, revised + "/promise", Map.of("promisedOn", day(FAR), "reason", "x")));
        ok(move(FR, revised + "/dispatch", reached(20)));
        ok(move(FR, revised + "/hub-arrival", reached(14)));
        ok(move(FR, revised + "/handover", reached(10)));
        ok(move(UA, revised + "/receipt", receipt(1, 5)));
        // One never came, one is still to come, one was cancelled.
        String missing = id(planned(line, 1, -2));
        String ahead = planned(line, 1, FAR);
        ok(move(FR, planned(line, 1, -2) + "/cancellation", Map.of("reason", "x")));
        Response report = report("initiativeId=" + id(initiative) + "&by=party,track");
        report.then()
                .body("counting", equalTo("RECEIPT_CONFIRMED"))
                .body("by", contains("party", "track"))
                .body("items", hasSize(1))
                .body("items[0].party", equalTo("FR"))
                .body("items[0].track", equalTo("MILITARY"))
                .body("items[0].recipient", nullValue());
        for (String figures : List.of("overall", "items[0]")) {
            report.then()
                    .body(figures + ".deliveries", equalTo(5))
                    .body(figures + ".delivered", equalTo(3))
                    .body(figures + ".promisesRevised", equalTo(1))
                    .body(figures + ".againstOriginal.onTime", equalTo(1))
                    .body(figures + ".againstOriginal.missed", equalTo(3))
                    .body(figures + ".againstOriginal.onTimeRate", closeTo(0.25, 1e-9))
                    .body(figures + ".againstOriginal.medianDelayDays", closeTo(3, 1e-9))
                    .body(figures + ".againstRevised.onTime", equalTo(2))
                    .body(figures + ".againstRevised.missed", equalTo(2))
                    .body(figures + ".againstRevised.onTimeRate", closeTo(0.5, 1e-9))
                    .body(figures + ".medianDaysReady", closeTo(10, 0.01))
                    .body(figures + ".medianDaysDispatched", closeTo(10, 0.01))
                    .body(figures + ".medianDaysAtHub", closeTo(4, 0.01))
                    .body(figures + ".medianDaysHandedOver", closeTo(5, 0.01));
            behind(report, figures + ".againstOriginal.onTimeDeliveries", inTime);
            behind(report, figures + ".againstOriginal.missedDeliveries", late, id(revised), missing);
            behind(report, figures + ".againstRevised.onTimeDeliveries", inTime, id(revised));
            behind(report, figures + ".againstRevised.missedDeliveries", late, missing);
        }
        report("initiativeId=" + id(initiative) + "&counting=HANDED_OVER&by=recipient,initiative")
                .then()
                .body("items[0].recipient", equalTo("UA"))
                .body("items[0].initiative", equalTo(id(initiative)))
                .body("items[0].againstRevised.onTime", equalTo(3))
                .body("items[0].againstRevised.missed", equalTo(1));
        report("initiativeId=" + id(initiative) + "&promisedFrom=" + day(FAR))
                .then()
                .body("overall.deliveries", equalTo(1))
                .body("overall.againstOriginal.onTimeRate", nullValue())
                .body("overall.medianDaysReady", nullValue());
        as(UA).get(ahead).then().body("late", equalTo(false));
    }

    @Test
    void whatACallerMayNotKnowOfIsNotCounted() {
        String initiative = initiative("RESTRICTED", "FR", "UA");
        ok(as(UA).get(received(line(initiative, 1), 1, -4, 5)));
        String scope = "/v1/reports/timeliness?initiativeId=" + id(initiative);
        as(UA).get(scope).then().body("overall.deliveries", equalTo(1));
        as(DE).get(scope).then().body("overall.deliveries", equalTo(0)).body("items", empty());
    }

    @Test
    void theReportIsTwoStatementsAndTakesNoOtherKeys() {
        assertEquals(2, Statements.of(() -> report("by=party,recipient,track,initiative")));
        for (String bad : List.of("by=donor", "by=party,party", "by=", "counting=READY", "track=SEA", "stage=READY")) {
            as(UA).get("/v1/reports/timeliness?" + bad).then().statusCode(400);
        }
    }

    @CanIgnoreReturnValue
    private static Response report(String query) {
        Response report = as(UA).config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .get("/v1/reports/timeliness?" + query);
        return ok(report);
    }

    private static void behind(Response report, String link, String... deliveries) {
        List<String> listed = as(UA).get(report.<String>path(link)).path("items.id");
        assertEquals(Set.of(deliveries), Set.copyOf(listed), link);
        assertEquals(deliveries.length, listed.size(), link);
    }
}
