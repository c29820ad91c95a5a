package org.coalition.meetings.minutes;

import static io.restassured.RestAssured.given;
import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.circulated;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.delegation;
import static org.coalition.meetings.Fixtures.details;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.minutes;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.coalition.meetings.MeetingsDriver;
import org.coalition.meetings.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProceedingsResourceTest {
    private static final String LINK = "[free money](https://evil.test) <script>alert(1)</script>\n\n# Adopted ![](x)";

    @Inject
    TestClock clock;

    @BeforeEach
    void parties() {
        MeetingsDriver.registerParties();
    }

    @Test
    void proceedingsHoldWhatIsRecordedOfAMeeting() {
        String meeting = inProgress("2031-01-10T10:00:00Z", "London meeting", "RESTRICTED", "FR");
        String item = agendaItem(meeting, "Joint oversight");
        String delegation = as(FR).get(meeting + "/delegations").path("items[0].id");
        created(post(GB_CHAIR, "/v1/delegations/" + delegation + "/attendance", Map.of("presence", "REMOTE")));
        String decision = created(post(
                GB_CHAIR, item + "/decisions", Map.of("text", "Oversight is joint.", "adoptionRule", "CONSENSUS")));
        ok(move(GB_CHAIR, decision + "/opening"));
        String number = ok(move(GB_CHAIR, decision + "/conclusion")).path("registerNumber");
        created(post(
                GB_CHAIR,
                item + "/recommendations",
                Map.of("area", "Economy", "focus", "Incentives", "outcomeTarget", "Reconstruction")));
        ok(move(GB_CHAIR, meeting + "/closing"));
        String minutes = created(post(
                GB_CHAIR,
                meeting + "/minutes",
                Map.of(
                        "sections",
                        List.of(
                                Map.of("text", "It was cold."),
                                Map.of("text", "They agreed.", "agendaItemId", id(item))))));
        ok(move(GB_CHAIR, minutes + "/circulation", Map.of("commentUntil", later().toString())));
        as(FR).get(minutes + "/proceedings")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("meeting.id", equalTo(id(meeting)))
                .body("minutes.sections.text", contains("It was cold.", "They agreed."))
                .body("delegations.party", contains("FR"))
                .body("attendances.presence", contains("REMOTE"))
                .body("agenda.title", contains("Joint oversight"))
                .body("decisions.registerNumber", contains(number))
                .body("decisions.status", contains("ADOPTED"))
                .body("recommendations.area", contains("Economy"))
                .body("complete", equalTo(true));
        Response page = markdown(FR, minutes + "/proceedings");
        page.then().statusCode(200).contentType(containsString("text/markdown"));
        assertInOrder(
                page.asString(),
                "# London meeting\n",
                "## Minutes\n\nIt was cold\\.\n",
                "## Attendance\n\n- FR: REMOTE\n",
                "## Agenda\n",
                "### 1\\. Joint oversight\n",
                "They agreed\\.\n",
                "#### Decision " + number.replace("/", "\\/") + "\n\nOversight is joint\\.\n\n- State: ADOPTED\n",
                "- Result: Consensus\\: adopted when none of the 1 entitled parties is against",
                "#### Recommendation\n\n- Area: Economy\n");
    }

    @Test
    void whatACallerWroteIsNoMarkupInThePage() {
        String meeting = inProgress("2031-02-10T10:00:00Z", LINK, "COALITION");
        String item = agendaItem(meeting, LINK);
        created(post(GB_CHAIR, item + "/decisions", Map.of("text", LINK, "adoptionRule", "CONSENSUS")));
        created(post(GB_CHAIR, item + "/recommendations", Map.of("area", LINK, "focus", LINK, "outcomeTarget", LINK)));
        ok(move(GB_CHAIR, meeting + "/closing"));
        String minutes = circulated(meeting, later(), LINK);
        for (String path : List.of(
                minutes + "/proceedings",
                "/v1/minutes/compilation?from=2031-02-01T00:00:00Z&until=2031-03-01T00:00:00Z")) {
            String page = markdown(FR, path).asString();
            assertTrue(page.contains("\\[free money\\]\\(https\\:\\/\\/evil\\.test\\)"), page);
            for (String live : List.of("(?<!\\\\)\\[", "(?<!\\\\)<", "(?<!\\\\)!", "(?m)^#+ Adopted", "://")) {
                assertTrue(!Pattern.compile(live).matcher(page).find(), live + " in " + page);
            }
        }
    }

    @Test
    void aCompilationHasTheMeetingsOfItsPeriodThatTheCallerMayKnowOfInTheirOrder() {
        String later = withMinutes("2032-01-20T10:00:00Z", "Later", "COALITION");
        String first = withMinutes("2032-01-10T10:00:00Z", "First", "COALITION");
        withMinutes("2032-01-31T00:00:00Z", "At the end", "COALITION");
        withMinutes("2032-01-15T10:00:00Z", "Secret", "RESTRICTED", "FR");
        String draft = inProgress("2032-01-16T10:00:00Z", "Draft", "COALITION");
        minutes(draft, "Not for others yet.");
        String path = "/v1/minutes/compilation?from=2032-01-10T10:00:00Z&until=2032-01-31T00:00:00Z";
        as(US).get(path)
                .then()
                .statusCode(200)
                .body("meetings.meeting.id", contains(id(first), id(later)))
                .body("complete", equalTo(true))
                .body("explanation", containsString("all 2"));
        as(FR).get(path).then().body("meetings.meeting.title", contains("First", "Secret", "Later"));
        as(GB_CHAIR).get(path).then().body("meetings.meeting.title", contains("First", "Secret", "Draft", "Later"));
        MeetingsDriver.anonymous().get(path).then().body("meetings", empty());
        assertInOrder(
                markdown(US, path).asString(),
                "# Minutes from 2032\\-01\\-10T10\\:00\\:00Z until 2032\\-01\\-31T00\\:00\\:00Z\n",
                "\n## First\n",
                "\n### Agenda\n",
                "\n## Later\n");
    }

    @Test
    void aCompilationThatHasNotAllSaysSo() {
        Instant start = Instant.parse("2033-01-01T00:00:00Z");
        for (int i = 0; i <= Rapporteur.MOST_MEETINGS; i++) {
            minutes(inProgress(start.plus(Duration.ofHours(i)).toString(), "Meeting " + i, "COALITION"), "x");
        }
        String path = "/v1/minutes/compilation?from=" + start + "&until=2033-02-01T00:00:00Z";
        as(GB_CHAIR)
                .get(path)
                .then()
                .body("meetings.size()", equalTo(50))
                .body("meetings[49].meeting.title", equalTo("Meeting 49"))
                .body("complete", equalTo(false))
                .body("explanation", containsString("the first 50; ask for a shorter period"));
        assertTrue(markdown(GB_CHAIR, path).asString().contains("ask for a shorter period"));
    }

    @ParameterizedTest
    @CsvSource({
        "until=2026-01-01T00:00:00Z,from",
        "from=2026-01-01T00:00:00Z,until",
        "from=2026-01-01T00:00:00Z&until=2026-01-01T00:00:00Z,until",
        "from=2026-01-01T00:00:00Z&until=2027-06-01T00:00:00Z,until",
        "from=yesterday&until=2027-06-01T00:00:00Z,from"
    })
    void aPeriodThatIsNoneIsRefused(String query, String parameter) {
        for (String report : List.of("/v1/minutes/compilation?", "/v1/reports/consultations?")) {
            as(FR).get(report + query).then().statusCode(400).body("errors[0].parameter", equalTo(parameter));
        }
    }

    @Test
    void aRefusalIsAProblemAlsoToWhomAsksForAPage() {
        markdown(FR, "/v1/minutes/01234567-89ab-7cde-8f01-23456789abcd/proceedings")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
        assertEquals(
                406,
                given().header("Accept", "text/html")
                        .get("/v1/minutes/compilation?from=2026-01-01T00:00:00Z&until=2026-02-01T00:00:00Z")
                        .statusCode());
    }

    @CanIgnoreReturnValue
    private String withMinutes(String start, String title, String visibility, String... visibleTo) {
        String meeting = inProgress(start, title, visibility, visibleTo);
        ok(move(GB_CHAIR, meeting + "/closing"));
        circulated(meeting, later(), "Text.");
        return meeting;
    }

    private static String inProgress(String start, String title, String visibility, String... visibleTo) {
        Map<String, Object> details = details(visibility, visibleTo);
        details.put("title", title);
        details.put("plannedStart", start);
        details.put("plannedEnd", Instant.parse(start).plusSeconds(3600).toString());
        String meeting = created(post(GB_CHAIR, "/v1/meetings", details));
        ok(move(GB_CHAIR, meeting + "/convening"));
        delegation(meeting, "FR");
        ok(move(GB_CHAIR, meeting + "/opening"));
        return meeting;
    }

    private Instant later() {
        return clock.instant().plus(Duration.ofMinutes(10));
    }

    private static Response markdown(String token, String path) {
        return given().auth().oauth2(token).header("Accept", "text/markdown").get(path);
    }

    private static void assertInOrder(String page, String... parts) {
        int at = 0;
        for (String part : parts) {
            int found = page.indexOf(part, at);
            assertTrue(found >= 0, "'" + part + "' after " + at + " in:\n" + page);
            at = found + part.length();
        }
    }
}
