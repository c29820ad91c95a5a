package org.coalition.meetings;

import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.circulated;
import static org.coalition.meetings.Fixtures.closed;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.decision;
import static org.coalition.meetings.Fixtures.delegation;
import static org.coalition.meetings.Fixtures.details;
import static org.coalition.meetings.Fixtures.draft;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.minutes;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US_CHAIR;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.testing.Tokens;
import org.coalition.meetings.series.Consultations;
import org.junit.jupiter.api.Test;

/**
 * What a caller may not see does not exist for it: whatever it asks of it, it gets the very answer that it gets for an id that nobody
 * ever had, also for a request that is wrong in other ways.
 */
@QuarkusTest
class NeedToKnowTest {
    static final String NOBODYS = "01234567-89ab-7cde-8f01-23456789abcd";
    private static final String READER_OF_NO_PARTY = Tokens.withoutParty("someone", "reader", "contributor", "chair");
    private static final Map<String, String> RECOMMENDATION =
            Map.of("area", "Economy", "focus", "Incentives", "outcomeTarget", "Reconstruction", "owner", "US");

    private static final Map<String, String> ACTION_ITEM =
            Map.of("title", "Secret", "owner", "FR", "dueOn", "2099-12-31");

    private static final Map<String, Object> CORRECTION = Map.of("section", 1, "text", "x", "reason", "why");

    @Inject
    TestClock clock;

    @Test
    void whatBelongsToARestrictedMeetingCannotBeToldFromWhatIsNotThere() {
        String meeting = inProgress("RESTRICTED", List.of("FR", "US"), "FR");
        String item = agendaItem(meeting, "Secret");
        String decision = decision(meeting, "CONSENSUS");
        String recommendation = created(post(GB_CHAIR, item + "/recommendations", RECOMMENDATION));
        String delegation =
                as(GB_CHAIR).get(meeting + "/delegations").jsonPath().getString("items[1].id");
        ok(move(GB_CHAIR, decision + "/opening"));
        String statement = created(post(GB_CHAIR, item + "/statements", Map.of("text", "Secret")));
        String actionItem = created(post(GB_CHAIR, item + "/action-items", ACTION_ITEM));
        List<Call> calls = new ArrayList<>(Call.onMeeting(meeting));
        calls.addAll(Call.onStatement(statement));
        calls.addAll(Call.onActionItem(actionItem));
        calls.addAll(Call.onItem(item));
        calls.addAll(Call.onDecision(decision));
        calls.addAll(Call.onRecommendation(recommendation));
        calls.addAll(Call.onDelegation("/v1/delegations/" + delegation));
        calls.forEach(NeedToKnowTest::assertNotThere);
    }

    @Test
    void whatBelongsToADraftCannotBeToldFromWhatIsNotThere() {
        String meeting = draft("PUBLIC");
        List<Call> calls = new ArrayList<>(Call.onMeeting(meeting));
        calls.addAll(Call.onItem(agendaItem(meeting, "Secret")));
        calls.addAll(Call.onDelegation(delegation(meeting, "US")));
        calls.forEach(NeedToKnowTest::assertNotThere);
    }

    @Test
    void circulatedMinutesAndWhatBelongsToThemCannotBeToldFromWhatIsNotThere() {
        String minutes = circulated(
                closed("RESTRICTED", List.of("FR", "US"), "FR"), clock.instant().plusSeconds(600), "Secret.");
        String correction = created(post(FR, minutes + "/corrections", CORRECTION));
        List<Call> calls = new ArrayList<>(Call.onMinutes(minutes));
        calls.addAll(Call.onCorrection(correction));
        calls.forEach(NeedToKnowTest::assertNotThere);
    }

    @Test
    void draftMinutesOfAMeetingThatIsKnownCannotBeToldFromWhatIsNotThere() {
        Call.onMinutes(minutes(closed("COALITION", List.of("US")), "Secret.")).forEach(NeedToKnowTest::assertNotThere);
    }

    @Test
    void aRestrictedConsultationCannotBeToldFromWhatIsNotThere() {
        Map<String, Object> call = Map.of(
                "title", "Power grid",
                "trigger", "An attack",
                "proposedResponses", List.of("Generators"),
                "level", "LEADERS",
                "visibility", "RESTRICTED",
                "consultedParties", List.of("FR"));
        String consultation = created(post(GB_CHAIR, "/v1/consultations", call));
        Call.onConsultation(consultation).forEach(NeedToKnowTest::assertNotThere);
        for (RequestSpecification other : List.of(anonymous(), as(US_CHAIR), as(READER_OF_NO_PARTY))) {
            assertFalse(contains(other, "/v1/consultations?limit=200", id(consultation)));
        }
        assertTrue(contains(as(FR), "/v1/consultations?limit=200", id(consultation)));
    }

    @Test
    void noListAndNoFilterShowsIt() {
        String meeting = inProgress("RESTRICTED", List.of("FR"), "FR");
        String decision = decision(meeting, "CONSENSUS");
        String item = as(FR).get(decision).jsonPath().getString("agendaItemId");
        String recommendation =
                created(post(GB_CHAIR, "/v1/agenda-items/" + item + "/recommendations", RECOMMENDATION));
        String statement =
                created(post(GB_CHAIR, "/v1/agenda-items/" + item + "/statements", Map.of("text", "Secret")));
        String actionItem = created(post(GB_CHAIR, "/v1/agenda-items/" + item + "/action-items", ACTION_ITEM));
        Map.of(
                        statement, List.of("", "&status=DRAFT", "&meetingId=" + id(meeting), "&agendaItemId=" + item),
                        actionItem,
                                List.of(
                                        "",
                                        "&owner=FR",
                                        "&status=OPEN",
                                        "&overdue=false",
                                        "&meetingId=" + id(meeting),
                                        "&agendaItemId=" + item),
                        meeting,
                                List.of(
                                        "",
                                        "&host=GB",
                                        "&status=IN_PROGRESS",
                                        "&level=LEADERS",
                                        "&from=2026-01-01T00:00:00Z"),
                        decision, List.of("", "&status=DRAFT", "&meetingId=" + id(meeting), "&agendaItemId=" + item),
                        recommendation,
                                List.of(
                                        "",
                                        "&owner=US",
                                        "&status=PROPOSED",
                                        "&meetingId=" + id(meeting),
                                        "&agendaItemId=" + item))
                .forEach((path, filters) -> filters.forEach(filter -> {
                    String list = path.substring(0, path.lastIndexOf('/')) + "?limit=200" + filter;
                    for (RequestSpecification other : List.of(anonymous(), as(US_CHAIR), as(READER_OF_NO_PARTY))) {
                        assertFalse(contains(other, list, id(path)), list);
                    }
                    assertTrue(contains(as(FR), list, id(path)), list);
                }));
    }

    @Test
    void noListShowsADraftToOthersThanItsHostAndChair() {
        String meeting = draft("PUBLIC");
        String list = "/v1/meetings?limit=200";
        for (RequestSpecification other : List.of(anonymous(), as(US_CHAIR), as(FR), as(READER_OF_NO_PARTY))) {
            assertFalse(contains(other, list, id(meeting)));
        }
        assertTrue(contains(as(GB_CHAIR), list, id(meeting)));
    }

    @Test
    void aRestrictedSeriesIsNowhereToBeSeen() {
        MeetingsDriver.registerParties();
        Map<String, Object> request = Consultations.request(
                LocalDateTime.parse("2026-01-12T10:00:00"), "FREQ=WEEKLY;COUNT=3", "RESTRICTED", "FR");
        request.remove("counterpart");
        String series = created(post(GB_CHAIR, "/v1/series", request));
        Call.onSeries(series).forEach(NeedToKnowTest::assertNotThere);
        for (String filter : List.of("", "&host=GB", "&overdue=true")) {
            String list = "/v1/series?limit=200" + filter;
            for (RequestSpecification other : List.of(anonymous(), as(US_CHAIR), as(READER_OF_NO_PARTY))) {
                assertFalse(contains(other, list, id(series)), list);
            }
            assertTrue(contains(as(FR), list, id(series)), list);
        }
    }

    @Test
    void aReferenceToWhatOneMayNotSeeIsOneToNothing() {
        String secret = created(post(
                GB_CHAIR,
                agendaItem(inProgress("RESTRICTED", List.of("FR"), "FR"), "Secret") + "/recommendations",
                RECOMMENDATION));
        String item = itemOfOnesOwn();
        String recommendation = created(post(US_CHAIR, item + "/recommendations", RECOMMENDATION));
        String told = supersede(recommendation, id(secret));
        assertEquals(supersede(recommendation, NOBODYS), told.replace(id(secret), NOBODYS));
    }

    @Test
    void theRegisterShowsADecisionToThoseWhoMayKnowOfItOnly() {
        String decision = decision(inProgress("RESTRICTED", List.of("FR"), "FR"), "CONSENSUS");
        ok(move(GB_CHAIR, decision + "/opening"));
        String number = ok(move(GB_CHAIR, decision + "/conclusion")).jsonPath().getString("registerNumber");
        for (String filter : List.of("", "&number=" + number, "&party=FR", "&inForce=true")) {
            String list = "/v1/decision-register?limit=200" + filter;
            for (RequestSpecification other : List.of(anonymous(), as(US_CHAIR), as(READER_OF_NO_PARTY))) {
                assertFalse(other.get(list).asString().contains(number), list);
            }
        }
        assertTrue(
                as(FR).get("/v1/decision-register?number=" + number).asString().contains(id(decision)));
    }

    @Test
    void aDecisionThatOneMayNotSeeCannotBeNamedInOnesOwn() {
        String secret = decision(inProgress("RESTRICTED", List.of("FR"), "FR"), "CONSENSUS");
        String item = itemOfOnesOwn();
        for (String reference : List.of("supersedes", "amends")) {
            String told = name(item, reference, id(secret));
            assertEquals(name(item, reference, NOBODYS), told.replace(id(secret), NOBODYS));
        }
    }

    /** On the agenda of a meeting that the caller runs itself. */
    private static String itemOfOnesOwn() {
        Map<String, Object> own = details("COALITION");
        own.put("host", "US");
        own.put("chair", Map.of("party", "US"));
        String meeting = created(post(US_CHAIR, "/v1/meetings", own));
        ok(move(US_CHAIR, meeting + "/convening"));
        ok(move(US_CHAIR, meeting + "/opening"));
        return created(post(US_CHAIR, meeting + "/agenda-items", Map.of("kind", "DECISION", "title", "Ours")));
    }

    private static String name(String item, String reference, String decision) {
        Response answer = post(
                US_CHAIR,
                item + "/decisions",
                Map.of("text", "Ours.", "adoptionRule", "CONSENSUS", reference, decision));
        answer.then().statusCode(422);
        return comparable(answer);
    }

    @Test
    void aCoalitionMeetingIsForThePartiesAndNotForWhoeverHasAToken() {
        String meeting = convened("COALITION");
        as(FR).get(meeting).then().statusCode(200);
        for (RequestSpecification other : List.of(anonymous(), as(READER_OF_NO_PARTY))) {
            other.get(meeting).then().statusCode(404);
            other.get("/v1/meetings?limit=200").then().body("items.visibility", everyItem(equalTo("PUBLIC")));
        }
    }

    @Test
    void aTokenWhosePartyIsNoTextSpeaksForNone() {
        String meeting = convened("RESTRICTED", "FR");
        for (Object party : List.of(List.of("FR"), Map.of("code", "FR"), 5, true, " ")) {
            String token = Tokens.client("odd", null, List.of("reader", "chair"))
                    .with("party", party)
                    .sign();
            as(token).get(meeting).then().statusCode(404);
            post(token, "/v1/meetings", details("COALITION")).then().statusCode(403);
        }
    }

    @Test
    void anActionItemFollowsFromNothingThatOneMayNotSee() {
        String secret = decision(inProgress("RESTRICTED", List.of("FR"), "FR"), "CONSENSUS");
        String item = itemOfOnesOwn();
        String told = follow(item, id(secret));
        assertEquals(follow(item, NOBODYS), told.replace(id(secret), NOBODYS));
    }

    private static String follow(String item, String decision) {
        Map<String, String> assign = new HashMap<>(ACTION_ITEM);
        assign.put("decisionId", decision);
        Response answer = post(US_CHAIR, item + "/action-items", assign);
        assertEquals(422, answer.statusCode());
        return comparable(answer);
    }

    private static String supersede(String recommendation, String by) {
        Response answer = move(US_CHAIR, recommendation + "/supersession", Map.of("reason", "new", "supersededBy", by));
        assertEquals(422, answer.statusCode());
        return comparable(answer);
    }

    private static boolean contains(RequestSpecification caller, String list, String id) {
        String next = "";
        do {
            Response page = caller.get(list + next);
            page.then().statusCode(200);
            if (page.jsonPath().getList("items.id").contains(id)) {
                return true;
            }
            next = page.jsonPath().getString("next") == null
                    ? null
                    : "&cursor=" + page.jsonPath().getString("next");
        } while (next != null);
        return false;
    }

    private static void assertNotThere(Call call) {
        String body = call.body() == null ? "" : call.body();
        String id = call.path().replaceAll(".*/([0-9a-f-]{36}).*", "$1");
        for (String ifMatch : new String[] {null, "\"99\"", "*"}) {
            for (String sent : List.of(body, "{\"bad\": ")) {
                String real = answer(US_CHAIR, call.method(), call.path(), ifMatch, sent);
                String nobodys = answer(US_CHAIR, call.method(), call.path().replace(id, NOBODYS), ifMatch, sent);
                assertEquals(nobodys, real.replace(id, NOBODYS), call + " If-Match " + ifMatch + " " + sent);
            }
        }
        for (String token : List.of(US_CHAIR, READER_OF_NO_PARTY)) {
            String status = answer(token, call.method(), call.path(), "*", body).substring(0, 3);
            assertEquals("404", status, call.toString());
        }
    }

    private static String answer(String token, String method, String path, String ifMatch, String body) {
        RequestSpecification request =
                as(token).accept(path.endsWith("/calendar") ? "text/calendar" : "application/json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (!body.isEmpty() && !method.equals("GET") && !method.equals("HEAD")) {
            request.contentType(method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                    .body(body);
        }
        return comparable(request.request(method, path));
    }

    /** All that a caller could compare: status, body and the headers that depend on the resource. */
    private static String comparable(Response answer) {
        return answer.statusCode() + " " + answer.header("ETag") + " " + answer.header("Allow") + " "
                + answer.asString().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }
}
