package org.coalition.meetings.decision;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.decision;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.coalition.meetings.decision.SuccessionTest.adopted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.coalition.meetings.MeetingsDatabase;
import org.coalition.meetings.TestClock;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DecisionRegisterTest {
    private static final List<String> TWO = List.of("FR", "GB");

    @Inject
    TestClock clock;

    @Test
    void sixteenThatAreAdoptedAtOnceLeaveNoGap() throws Exception {
        String meeting = inProgress("COALITION", TWO);
        List<Callable<Response>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String decision = decision(meeting, "MAJORITY");
            ok(move(GB_CHAIR, decision + "/opening"));
            ok(post(GB_CHAIR, decision + "/positions", Map.of("stance", "FOR")));
            calls.add(() -> move(GB_CHAIR, decision + "/conclusion"));
        }
        atOnce(calls).forEach(answer -> ok(answer).then().body("status", equalTo("ADOPTED")));
        int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
        List<String> numbers = numbers("year=" + year, 200);
        assertEquals(
                IntStream.rangeClosed(1, numbers.size())
                        .mapToObj("DEC/%d/%%03d".formatted(year)::formatted)
                        .toList(),
                numbers);
        assertEquals(numbers, numbers("year=" + year, 3));
    }

    /** As texts, DEC/2326/1000 comes before DEC/2326/999. */
    @Test
    void theOrderHoldsBeyondNumberAThousandAndTheNewestYearComesFirst() throws Exception {
        String focus = "Focus " + UUID.randomUUID();
        String meeting = inProgress("COALITION", TWO);
        String thisYear = number(inFocus(meeting, focus));
        Duration centuries = Duration.ofDays(300 * 365 + 73);
        // A year that no other test reaches, so that its numbers can begin where they get a digit more.
        int year = LocalDate.ofInstant(clock.instant().plus(centuries), ZoneOffset.UTC)
                .getYear();
        MeetingsDatabase.execute("INSERT INTO gapless_number (series, last) VALUES ('DEC/" + year + "', 998)");
        List<String> expected = new ArrayList<>();
        clock.advance(centuries);
        try {
            for (int i = 0; i < 3; i++) {
                expected.add(number(inFocus(meeting, focus)));
            }
        } finally {
            clock.advance(centuries.negated());
        }
        assertEquals(List.of("DEC/" + year + "/999", "DEC/" + year + "/1000", "DEC/" + year + "/1001"), expected);
        expected.add(thisYear);
        for (int limit : new int[] {1, 2, 200}) {
            assertEquals(expected, numbers("focusArea=" + focus, limit));
        }
    }

    @Test
    void theRegisterIsFilteredByNumberPartyFocusAreaAndWhetherItIsInForce() {
        String focus = "Focus " + UUID.randomUUID();
        String meeting = inProgress("COALITION", TWO);
        String old = inFocus(meeting, focus);
        String successor = adopted(meeting, Map.of("supersedes", id(old)));
        list("number=" + number(old)).body("items.decisionId", contains(id(old)));
        list("focusArea=" + focus).body("items.decisionId", contains(id(old)));
        list("focusArea=" + focus + "&inForce=false").body("items.decisionId", contains(id(old)));
        list("focusArea=" + focus + "&inForce=true").body("items", hasSize(0));
        list("focusArea=" + focus + "&party=FR").body("items", hasSize(1));
        list("focusArea=" + focus + "&party=UA").body("items", hasSize(0));
        list("focusArea=" + focus + "&year=1999").body("items", hasSize(0));
        list("number=" + number(successor) + "&inForce=true").body("items.decisionId", contains(id(successor)));
        list("inForce=true&limit=200")
                .body("items.inForce", everyItem(equalTo(true)))
                .body("items.decisionId", not(hasItem(id(old))));
    }

    @Test
    void aSilenceThatHasLastedStandsInItFromTheInstantOfExpiry() {
        String focus = "Focus " + UUID.randomUUID();
        String decision = decision(inProgress("COALITION", TWO), "SILENCE");
        String item =
                "/v1/agenda-items/" + as(GB_CHAIR).get(decision).jsonPath().getString("agendaItemId");
        ok(patch(GB_CHAIR, item, Map.of("focusArea", focus)));
        ok(move(GB_CHAIR, decision + "/silence-procedure", Map.of("period", "PT48H")));
        list("focusArea=" + focus).body("items", hasSize(0));
        clock.advance(Duration.ofHours(48));
        list("focusArea=" + focus).body("items.decisionId", contains(id(decision)));
    }

    @Test
    void aReviewIsDueFromItsDayOnForWhatIsInForce() {
        String meeting = inProgress("COALITION", TWO);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String due = adopted(meeting, Map.of("reviewOn", today.toString()));
        String later = adopted(meeting, Map.of("reviewOn", today.plusDays(3).toString()));
        String never = adopted(meeting, Map.of());
        String draft = created(post(
                GB_CHAIR,
                agendaItem(meeting, "Draft") + "/decisions",
                Map.of("text", "A draft.", "adoptionRule", "CONSENSUS", "reviewOn", today.toString())));
        String silent = created(post(
                GB_CHAIR,
                agendaItem(meeting, "Silent") + "/decisions",
                Map.of("text", "Silent.", "adoptionRule", "SILENCE", "reviewOn", today.toString())));
        ok(move(GB_CHAIR, silent + "/silence-procedure", Map.of("period", "PT1H")));
        assertEquals(List.of(id(due)), reviews(meeting, true));
        assertEquals(List.of(id(later), id(never), id(draft), id(silent)), reviews(meeting, false));
        clock.advance(Duration.ofDays(3));
        assertEquals(List.of(id(due), id(later), id(silent)), reviews(meeting, true));
        String successor = adopted(meeting, Map.of("supersedes", id(due)));
        assertEquals(List.of(id(later), id(silent)), reviews(meeting, true));
        assertEquals(List.of(id(due), id(never), id(draft), id(successor)), reviews(meeting, false));
    }

    private static List<String> reviews(String meeting, boolean due) {
        return as(GB_CHAIR)
                .get("/v1/decisions?meetingId=" + id(meeting) + "&reviewDue=" + due)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private static ValidatableResponse list(String query) {
        return as(GB_CHAIR).get("/v1/decision-register?" + query).then().statusCode(200);
    }

    private static String number(String decision) {
        return as(GB_CHAIR).get(decision).jsonPath().getString("registerNumber");
    }

    /** A decision adopted now under an item with this focus area. */
    private static String inFocus(String meeting, String focus) {
        String item = created(post(
                GB_CHAIR, meeting + "/agenda-items", Map.of("kind", "DECISION", "title", "Focus", "focusArea", focus)));
        String decision =
                created(post(GB_CHAIR, item + "/decisions", Map.of("text", "A text.", "adoptionRule", "CONSENSUS")));
        ok(move(GB_CHAIR, decision + "/opening"));
        ok(move(GB_CHAIR, decision + "/conclusion"));
        return decision;
    }

    /** The numbers over all pages. */
    private static List<String> numbers(String query, int limit) {
        List<String> numbers = new ArrayList<>();
        String next = "";
        do {
            JsonPath page = as(GB_CHAIR)
                    .get("/v1/decision-register?limit=" + limit + "&" + query + next)
                    .jsonPath();
            numbers.addAll(page.getList("items.number", String.class));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (next != null);
        return numbers;
    }
}
