package org.coalition.meetings.report;

import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.coalition.meetings.TestClock;
import org.junit.jupiter.api.Test;

/** Each test reports over a period of its own, in which nothing but its own decisions are taken. */
@QuarkusTest
class DecisionLatencyTest {
    private static final Duration PRECISION = Duration.ofMinutes(2);

    @Inject
    TestClock clock;

    @Test
    void medianAndPercentileAreThoseOfTheDecisionsBehindThem() {
        clock.advance(Duration.ofDays(40));
        Instant from = clock.instant();
        String meeting = inProgress("COALITION", List.of("FR", "GB"));
        List<String> drafts = List.of(
                draft(meeting, "CONSENSUS", "Air"),
                draft(meeting, "CONSENSUS", "Air"),
                draft(meeting, "MAJORITY", "Sea"));
        String silent = draft(meeting, "SILENCE", "Sea");
        ok(move(GB_CHAIR, silent + "/silence-procedure", Map.of("period", "PT10H")));
        for (String draft : drafts) {
            clock.advance(Duration.ofHours(1));
            ok(move(GB_CHAIR, draft + "/opening"));
            ok(move(GB_CHAIR, draft + "/conclusion"));
        }
        String open = draft(meeting, "CONSENSUS", "Air");
        JsonPath before = report(as(FR), from, null);
        assertEquals(3, before.getInt("overall.decisions"));
        clock.advance(Duration.ofHours(7));
        // Adopted by the clock, in 10 hours; the others in 1, 2 and 3: a majority without a vote rejects.
        JsonPath report = report(as(FR), from, null);
        assertEquals(4, report.getInt("overall.decisions"));
        assertEquals(3, report.getInt("overall.adopted"));
        near(Duration.ofMinutes(150), report.getDouble("overall.medianSeconds"));
        near(Duration.ofMinutes(3 * 60 + 7 * 60 * 7 / 10), report.getDouble("overall.percentile90Seconds"));
        near(Duration.ofMinutes(90), report.getDouble("byRule.find { it.adoptionRule == 'CONSENSUS' }.medianSeconds"));
        near(Duration.ofHours(10), report.getDouble("byRule.find { it.adoptionRule == 'SILENCE' }.medianSeconds"));
        assertEquals(0, report.getInt("byRule.find { it.adoptionRule == 'MAJORITY' }.adopted"));
        assertEquals(2, report.getInt("byFocusArea.find { it.focusArea == 'Air' }.decisions"));
        near(Duration.ofMinutes(390), report.getDouble("byFocusArea.find { it.focusArea == 'Sea' }.medianSeconds"));
        assertEquals(4, report.getList("items").size());
        assertEquals(0, report.getInt("itemsLeftOff"));
        assertEquals(false, report.getBoolean("items.find { it.adoptionRule == 'MAJORITY' }.adopted"));
        near(Duration.ofHours(10), report.getDouble("items.find { it.decisionId == '" + id(silent) + "' }.seconds"));
        int stillOpen = report.getInt("notTaken.open");
        ok(move(GB_CHAIR, open + "/opening"));
        ok(move(GB_CHAIR, open + "/withdrawal", Map.of("reason", "overtaken")));
        JsonPath after = report(as(FR), from, null);
        assertEquals(stillOpen - 1, after.getInt("notTaken.open"));
        assertEquals(report.getInt("notTaken.ended") + 1, after.getInt("notTaken.ended"));
    }

    @Test
    void whatTheCallerMayNotSeeIsNotCounted() {
        clock.advance(Duration.ofDays(40));
        Instant from = clock.instant();
        String meeting = inProgress("RESTRICTED", List.of("FR", "GB"), "FR");
        String decision = draft(meeting, "CONSENSUS", "Secret focus");
        ok(move(GB_CHAIR, decision + "/opening"));
        ok(move(GB_CHAIR, decision + "/conclusion"));
        int openToFrance = report(as(FR), from, null).getInt("notTaken.open");
        int openToOthers = report(as(US), from, null).getInt("notTaken.open");
        String further = draft(meeting, "CONSENSUS", "Secret focus");
        as(US).get(further).then().statusCode(404);
        assertEquals(openToFrance + 1, report(as(FR), from, null).getInt("notTaken.open"));
        assertEquals(1, report(as(FR), from, null).getInt("overall.decisions"));
        for (RequestSpecification other : List.of(as(US), anonymous())) {
            other.queryParam("from", from.toString())
                    .get("/v1/reports/decision-latency")
                    .then()
                    .statusCode(200)
                    .body("overall.decisions", equalTo(0))
                    .body("overall.medianSeconds", nullValue())
                    .body("byRule", hasSize(0))
                    .body("byFocusArea", hasSize(0))
                    .body("items", hasSize(0));
        }
        assertEquals(openToOthers, report(as(US), from, null).getInt("notTaken.open"));
    }

    @Test
    void aPeriodBeginsWithItsFirstInstantAndEndsBeforeItsLast() {
        clock.advance(Duration.ofDays(40));
        String meeting = inProgress("COALITION", List.of("FR", "GB"));
        String decision = draft(meeting, "CONSENSUS", "Air");
        ok(move(GB_CHAIR, decision + "/opening"));
        Instant at = Instant.parse(
                ok(move(GB_CHAIR, decision + "/conclusion")).jsonPath().getString("adoptedAt"));
        assertEquals(
                List.of(id(decision)), report(as(FR), at, at.plusNanos(1000)).getList("items.decisionId"));
        assertEquals(List.of(), report(as(FR), at.minusNanos(1000), at).getList("items.decisionId"));
        as(FR).queryParam("from", at.toString())
                .queryParam("until", at.toString())
                .get("/v1/reports/decision-latency")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("until"));
    }

    @Test
    void theReportSaysWhatItCounts() {
        as(FR).get("/v1/reports/decision-latency")
                .then()
                .statusCode(200)
                .body("counts", containsString("adopted or rejected in the period"))
                .body("keySet()", hasItems("asOf", "overall", "byRule", "notTaken"));
    }

    private static JsonPath report(RequestSpecification caller, Instant from, Instant until) {
        caller.queryParam("from", from.toString());
        if (until != null) {
            caller.queryParam("until", until.toString());
        }
        return caller.get("/v1/reports/decision-latency")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String draft(String meeting, String rule, String focus) {
        String item = created(post(
                GB_CHAIR,
                meeting + "/agenda-items",
                Map.of("kind", "DECISION", "title", "Latency", "focusArea", focus)));
        return created(post(GB_CHAIR, item + "/decisions", Map.of("text", "A text.", "adoptionRule", rule)));
    }

    /** The clock runs on while the test works. */
    private static void near(Duration expected, double seconds) {
        assertEquals(expected.toSeconds(), seconds, PRECISION.toSeconds());
    }
}
