package org.coalition.meetings.calendar;

import static io.restassured.RestAssured.given;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.delegation;
import static org.coalition.meetings.Fixtures.details;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.ADMIN;
import static org.coalition.meetings.MeetingsDriver.DE;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.coalition.meetings.MeetingsDriver.registerParties;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import org.coalition.meetings.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CalendarResourceTest {
    @Inject
    TestClock clock;

    @BeforeEach
    void parties() {
        registerParties();
    }

    @Test
    void aMeetingIsAnEventWithItsPartiesAndTheirReplies() throws Exception {
        String meeting = soon("COALITION");
        ok(move(GB_CHAIR, meeting + "/convening"));
        String fr = delegation(meeting, "FR");
        ok(move(FR, fr + "/reply", Map.of("rsvp", "TENTATIVE")));
        delegation(meeting, "DE");
        ICalendar calendar = read(feed(FR, meeting));
        VEvent event = calendar.getEvents().get(0);
        assertEquals("meeting-" + id(meeting) + "@coalition", event.getUid().getValue());
        assertEquals("CONFIRMED", event.getStatus().getValue());
        assertEquals("London, GB", event.getLocation().getValue());
        assertEquals(1, event.getSequence().getValue());
        assertEquals("urn:coalition:party:GB", event.getOrganizer().getUri());
        assertEquals(
                List.of(
                        "ATTENDEE;CUTYPE=GROUP;ROLE=CHAIR;PARTSTAT=ACCEPTED;CN=GB:urn:coalition:party:GB",
                        "ATTENDEE;CUTYPE=GROUP;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=DE:urn:coalition:party:DE",
                        "ATTENDEE;CUTYPE=GROUP;ROLE=REQ-PARTICIPANT;PARTSTAT=TENTATIVE;CN=FR:urn:coalition:party:FR"),
                text(feed(FR, meeting))
                        .replace("\r\n ", "")
                        .lines()
                        .filter(line -> line.startsWith("ATTENDEE"))
                        .toList());
        assertTrue(
                calendar.validate(ICalVersion.V2_0).isEmpty(),
                calendar.validate(ICalVersion.V2_0).toString());
    }

    @Test
    void theSequenceRisesWithTheMeetingAndTheSameDataIsTheSameBytes() throws Exception {
        String meeting = soon("COALITION");
        byte[] first = feed(GB_CHAIR, meeting).asByteArray();
        clock.advance(Duration.ofMinutes(5));
        assertArrayEquals(first, feed(GB_CHAIR, meeting).asByteArray());
        assertArrayEquals(
                feed(GB_CHAIR, "/v1/parties/GB").asByteArray(),
                feed(GB_CHAIR, "/v1/parties/GB").asByteArray());
        ok(patch(GB_CHAIR, meeting, Map.of("title", "Another title")));
        ok(move(GB_CHAIR, meeting + "/cancellation", Map.of("reason", "why")));
        VEvent event = read(feed(GB_CHAIR, meeting)).getEvents().get(0);
        assertEquals(2, event.getSequence().getValue());
        assertEquals("CANCELLED", event.getStatus().getValue());
        assertEquals(
                event.getLastModified().getValue(), event.getDateTimeStamp().getValue());
        assertTrue(event.getLastModified().getValue().after(event.getCreated().getValue()));
    }

    @Test
    void aCopyThatIsStillRightIsNotSentAgain() {
        String meeting = convened("PUBLIC");
        Response answer = feed(FR, meeting);
        assertEquals(
                "text/calendar;charset=utf-8",
                answer.header("Content-Type").replace(" ", "").toLowerCase(Locale.ROOT));
        String etag = answer.header("ETag");
        assertTrue(etag.matches("\"[0-9a-f]{32}\""), etag);
        assertEquals("private, no-cache", answer.header("Cache-Control"));
        Response again = calendars(FR).header("If-None-Match", etag).get(meeting + "/calendar");
        assertEquals(304, again.statusCode());
        assertEquals(etag, again.header("ETag"));
        assertEquals("", again.asString());
        calendars(FR).head(meeting + "/calendar").then().statusCode(200).header("ETag", equalTo(etag));
        delegation(meeting, "DE");
        assertNotEquals(etag, feed(FR, meeting).header("ETag"));
    }

    @ParameterizedTest
    @CsvSource({
        "text/calendar,200",
        "*/*,200",
        "'text/html, text/calendar;q=0.5',200",
        "application/json,406",
        "text/plain,406"
    })
    void onlyACalendarIsToBeHad(String accept, int status) {
        Response answer = given().header("Accept", accept).get(convened("PUBLIC") + "/calendar");
        answer.then().statusCode(status);
        if (status != 200) {
            answer.then().contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/meetings/01234567-89ab-7cde-8f01-23456789abcd",
                "/v1/meetings/x",
                "/v1/series/01234567-89ab-7cde-8f01-23456789abcd",
                "/v1/parties/XX"
            })
    void whatIsNotThereIsAProblemAlsoToACalendarProgram(String path) {
        calendars(FR)
                .get(path + "/calendar")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
    }

    @Test
    void aPartysCalendarHasWhatItHostsOrIsInvitedToAndTheCallerMayKnowOf() throws Exception {
        String invited = soon("COALITION");
        ok(move(GB_CHAIR, invited + "/convening"));
        delegation(invited, "FR");
        String secret = soon("RESTRICTED", "FR");
        ok(move(GB_CHAIR, secret + "/convening"));
        delegation(secret, "FR");
        String drafted = soon("COALITION");
        delegation(drafted, "FR");
        String others = soon("COALITION");
        ok(move(GB_CHAIR, others + "/convening"));
        assertShown(FR, "FR", Map.of(invited, true, secret, true, drafted, false, others, false));
        assertShown(DE, "FR", Map.of(invited, true, secret, false, drafted, false, others, false));
        assertShown(GB_CHAIR, "FR", Map.of(invited, true, secret, true, drafted, true, others, false));
        assertShown(DE, "GB", Map.of(invited, true, secret, false, drafted, false, others, true));
    }

    @Test
    void aPartysCalendarEndsTwoYearsAhead() throws Exception {
        String far = meeting(Duration.ofDays(735), "COALITION", "Far");
        String near = meeting(Duration.ofDays(700), "COALITION", "Near");
        String old = meeting(Duration.ofDays(-368), "COALITION", "Old");
        assertShown(GB_CHAIR, "GB", Map.of(far, false, near, true, old, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Injected\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil",
                "Injected\nATTENDEE:mailto:evil@example.org",
                "Injected\rSTATUS:CANCELLED",
                "Injected\u2028LOCATION:evil\u0085DESCRIPTION:evil\u000bX:1\u000cX:2",
                "a,b;c:d\\n\"quoted\" \\;\\, ^n^' émoji 😀 \u0007\u001b[31m",
                "x\\\\nEND:VEVENT",
                "\\"
            })
    void noWordOfACallerBecomesAProperty(String hostile) throws Exception {
        Map<String, Object> details = at(Duration.ofDays(30), "PUBLIC", hostile);
        details.put("summary", hostile);
        details.put("location", Map.of("city", hostile, "venue", hostile, "country", "GB"));
        details.put("chair", Map.of("party", "GB", "name", hostile));
        String meeting = created(post(GB_CHAIR, "/v1/meetings", details));
        Response answer = feed(GB_CHAIR, meeting);
        ICalendar calendar = read(answer);
        assertEquals(1, calendar.getEvents().size());
        VEvent event = calendar.getEvents().get(0);
        assertEquals(EventText.line(hostile), event.getSummary().getValue());
        assertEquals(EventText.lines(hostile), event.getDescription().getValue());
        assertEquals("TENTATIVE", event.getStatus().getValue());
        assertEquals(1, event.getAttendees().size());
        assertEquals(0, event.getExperimentalProperties().size());
        Calendar other = new CalendarBuilder().build(new ByteArrayInputStream(answer.asByteArray()));
        Component read = other.getComponents().get(1);
        assertEquals(2, other.getComponents().size());
        assertEquals(EventText.line(hostile), ReadFeed.text(read, "SUMMARY"));
        assertEquals(EventText.lines(hostile), ReadFeed.text(read, "DESCRIPTION"));
        for (String line : text(answer).split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertFalse(line.matches("(?s).*[\\p{Cntrl}&&[^\\t]].*"), line);
        }
    }

    @Test
    void aHostileNameOfAPartyStaysAName() throws Exception {
        String name = "Land \"of\" ^carets; commas, colons:\r\nATTENDEE:mailto:evil@example.org";
        Response registered =
                post(ADMIN, "/v1/parties", Map.of("code", "EVILORG", "name", name, "kind", "ORGANISATION"));
        assertTrue(registered.statusCode() == 201 || registered.statusCode() == 409);
        String meeting = soon("PUBLIC");
        delegation(meeting, "EVILORG");
        VEvent event = read(feed(GB_CHAIR, meeting)).getEvents().get(0);
        assertEquals(2, event.getAttendees().size());
        assertEquals(EventText.line(name), event.getAttendees().get(1).getCommonName());
    }

    private void assertShown(String token, String party, Map<String, Boolean> meetings) throws Exception {
        List<String> uids = read(feed(token, "/v1/parties/" + party)).getEvents().stream()
                .map(event -> event.getUid().getValue())
                .toList();
        meetings.forEach((meeting, shown) ->
                assertEquals(shown, uids.contains("meeting-" + id(meeting) + "@coalition"), meeting));
    }

    private String soon(String visibility, String... visibleTo) {
        return meeting(Duration.ofDays(30), visibility, "Soon", visibleTo);
    }

    private String meeting(Duration ahead, String visibility, String title, String... visibleTo) {
        return created(post(GB_CHAIR, "/v1/meetings", at(ahead, visibility, title, visibleTo)));
    }

    private Map<String, Object> at(Duration ahead, String visibility, String title, String... visibleTo) {
        Map<String, Object> details = details(visibility, visibleTo);
        details.put("title", title);
        details.put("plannedStart", clock.instant().plus(ahead).toString());
        details.put("plannedEnd", clock.instant().plus(ahead).plusSeconds(3600).toString());
        return details;
    }

    private static RequestSpecification calendars(String token) {
        return given().accept("text/calendar").auth().oauth2(token);
    }

    private static Response feed(String token, String path) {
        return ok(calendars(token).get(path + "/calendar"));
    }

    private static String text(Response answer) {
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }

    private static ICalendar read(Response answer) throws Exception {
        try (ICalReader reader = new ICalReader(text(answer))) {
            ICalendar calendar = reader.readNext();
            assertEquals(List.of(), reader.getWarnings());
            return calendar;
        }
    }
}
