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
    private static final String NOBODYS = "01234567-89ab-7cde-8f01-23456789abcd";
    private static final String READER_OF_NO_PARTY = Tokens.withoutParty("someone", "reader", "contributor", "chair");
    private static final Map<String, String> RECOMMENDATION =
            Map.of("area", "Economy", "focus", "Incentives", "outcomeTarget", "Reconstruction", "owner", "US");

    private static final Map<String, String> ACTION_ITEM =
            Map.of("title", "Secret", "owner", "FR", "dueOn", "2099-12-31");

    private static final String MINUTES = "{\"sections\": [{\"text\": \"Mine\"}]}";

    private static final Map<String, Object> CORRECTION = Map.of("section", 1, "text", "x", "reason", "why");

    @Inject
    TestClock clock;

    private record Call(String method, String path, String body) {}

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
        List<Call> calls = new ArrayList<>(onMeeting(meeting));
        calls.addAll(onStatement(statement));
        calls.addAll(onActionItem(actionItem));
        calls.addAll(onItem(item));
        calls.addAll(onDecision(decision));
        calls.addAll(onRecommendation(recommendation));
        calls.addAll(onDelegation("/v1/delegations/" + delegation));
        calls.forEach(NeedToKnowTest::assertNotThere);
    }

    @Test
    void whatBelongsToADraftCannotBeToldFromWhatIsNotThere() {
        String meeting = draft("PUBLIC");
        List<Call> calls = new ArrayList<>(onMeeting(meeting));
        calls.addAll(onItem(agendaItem(meeting, "Secret")));
        calls.addAll(onDelegation(delegation(meeting, "US")));
        calls.forEach(NeedToKnowTest::assertNotThere);
    }

    @Test
    void circulatedMinutesAndWhatBelongsToThemCannotBeToldFromWhatIsNotThere() {
        String minutes = circulated(
                closed("RESTRICTED", List.of("FR", "US"), "FR"), clock.instant().plusSeconds(600), "Secret.");
        String correction = created(post(FR, minutes + "/corrections", CORRECTION));
        List<Call> calls = new ArrayList<>(onMinutes(minutes));
        calls.addAll(onCorrection(correction));
        calls.forEach(NeedToKnowTest::assertNotThere);
    }

    @Test
    void draftMinutesOfAMeetingThatIsKnownCannotBeToldFromWhatIsNotThere() {
        onMinutes(minutes(closed("COALITION", List.of("US")), "Secret.")).forEach(NeedToKnowTest::assertNotThere);
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
        onConsultation(consultation).forEach(NeedToKnowTest::assertNotThere);
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
        onSeries(series).forEach(NeedToKnowTest::assertNotThere);
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
        Map<String, Object> own = details("COALITION");
        own.put("host", "US");
        own.put("chair", Map.of("party", "US"));
        String meeting = created(post(US_CHAIR, "/v1/meetings", own));
        ok(move(US_CHAIR, meeting + "/convening"));
        ok(move(US_CHAIR, meeting + "/opening"));
        String item = created(post(US_CHAIR, meeting + "/agenda-items", Map.of("kind", "DECISION", "title", "Ours")));
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
        Map<String, Object> own = details("COALITION");
        own.put("host", "US");
        own.put("chair", Map.of("party", "US"));
        String meeting = created(post(US_CHAIR, "/v1/meetings", own));
        ok(move(US_CHAIR, meeting + "/convening"));
        ok(move(US_CHAIR, meeting + "/opening"));
        String item = created(post(US_CHAIR, meeting + "/agenda-items", Map.of("kind", "DECISION", "title", "Ours")));
        for (String reference : List.of("supersedes", "amends")) {
            String told = name(item, reference, id(secret));
            assertEquals(name(item, reference, NOBODYS), told.replace(id(secret), NOBODYS));
        }
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
        Map<String, Object> own = details("COALITION");
        own.put("host", "US");
        own.put("chair", Map.of("party", "US"));
        String meeting = created(post(US_CHAIR, "/v1/meetings", own));
        ok(move(US_CHAIR, meeting + "/convening"));
        ok(move(US_CHAIR, meeting + "/opening"));
        String item = created(post(US_CHAIR, meeting + "/agenda-items", Map.of("kind", "DECISION", "title", "Ours")));
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
        String body = call.body == null ? "" : call.body;
        String id = call.path.replaceAll(".*/([0-9a-f-]{36}).*", "$1");
        for (String ifMatch : new String[] {null, "\"99\"", "*"}) {
            for (String sent : List.of(body, "{\"bad\": ")) {
                String real = answer(US_CHAIR, call.method, call.path, ifMatch, sent);
                String nobodys = answer(US_CHAIR, call.method, call.path.replace(id, NOBODYS), ifMatch, sent);
                assertEquals(nobodys, real.replace(id, NOBODYS), call + " If-Match " + ifMatch + " " + sent);
            }
        }
        for (String token : List.of(US_CHAIR, READER_OF_NO_PARTY)) {
            String status = answer(token, call.method, call.path, "*", body).substring(0, 3);
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

    private static List<Call> onMeeting(String path) {
        String reason = "{\"reason\": \"why\"}";
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("HEAD", path, null),
                new Call("GET", path + "/agenda", null),
                new Call("GET", path + "/delegations", null),
                new Call("GET", path + "/attendances", null),
                new Call("GET", path + "/quorum", null),
                new Call("GET", path + "/clashes", null),
                new Call("GET", path + "/calendar", null),
                new Call("PATCH", path, "{\"title\": \"Mine\"}"),
                new Call("POST", path + "/convening", null),
                new Call("POST", path + "/opening", null),
                new Call("POST", path + "/closing", null),
                new Call("GET", path + "/minutes", null),
                new Call("POST", path + "/minutes", MINUTES),
                new Call("POST", path + "/postponement", reason),
                new Call("POST", path + "/cancellation", reason),
                new Call("POST", path + "/corrections", "{\"reason\": \"why\", \"summary\": \"mine\"}"),
                new Call("POST", path + "/delegations", "{\"party\": \"US\"}"),
                new Call("POST", path + "/delegations", "{\"party\": \"XX\"}"),
                new Call("POST", path + "/agenda-items", "{\"kind\": \"DECISION\", \"title\": \"Mine\"}"),
                new Call("PUT", path + "/agenda-order", "{\"items\": []}"));
    }

    private static List<Call> onMinutes(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("PATCH", path, MINUTES),
                new Call("GET", path + "/proceedings", null),
                new Call("GET", path + "/versions", null),
                new Call("GET", path + "/versions/1", null),
                new Call("GET", path + "/corrections", null),
                new Call("POST", path + "/corrections", "{\"section\": 1, \"text\": \"x\", \"reason\": \"why\"}"),
                new Call("POST", path + "/agreements", "{\"textVersion\": 1}"),
                new Call("POST", path + "/circulation", "{\"commentUntil\": \"2090-01-01T00:00:00Z\"}"),
                new Call("POST", path + "/approval", null),
                new Call("POST", path + "/corrigenda", "{\"sections\": [{\"text\": \"Mine\"}], \"reason\": \"why\"}"));
    }

    private static List<Call> onCorrection(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("POST", path + "/acceptance", "{\"reason\": \"why\"}"),
                new Call("POST", path + "/rejection", "{\"reason\": \"why\"}"));
    }

    private static List<Call> onConsultation(String path) {
        String reason = "{\"reason\": \"why\"}";
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("GET", path + "/timing", null),
                new Call("POST", path + "/acknowledgements", null),
                new Call("POST", path + "/silence-procedure", "{\"text\": \"Mine\", \"period\": \"PT1H\"}"),
                new Call("POST", path + "/conclusion", reason),
                new Call("POST", path + "/cancellation", reason));
    }

    private static List<Call> onSeries(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("GET", path + "/cadence", null),
                new Call("GET", path + "/calendar", null),
                new Call("GET", path + "/occurrences", null),
                new Call("PATCH", path, "{\"title\": \"Mine\"}"),
                new Call("POST", path + "/planning", "{\"until\": \"2027-01-01T00:00:00Z\"}"),
                new Call(
                        "POST",
                        path + "/phases",
                        "{\"start\": \"2027-01-01T10:00:00\", \"rule\": \"FREQ=DAILY\", \"duration\": \"PT1H\","
                                + " \"reason\": \"why\"}"),
                new Call("POST", path + "/exclusions", "{\"occurrence\": \"20260112T100000\", \"reason\": \"why\"}"),
                new Call("POST", path + "/reinstatements", "{\"occurrence\": \"20260112T100000\"}"),
                new Call("POST", path + "/backlog", "{\"kind\": \"DISCUSSION\", \"title\": \"Mine\"}"),
                new Call("POST", path + "/backlog-transfer", "{}"));
    }

    private static List<Call> onItem(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("PATCH", path, "{\"title\": \"Mine\"}"),
                new Call("POST", path + "/sub-items", "{\"kind\": \"DECISION\", \"title\": \"Mine\"}"),
                new Call("POST", path + "/conclusion", null),
                new Call("POST", path + "/carry-over", "{\"meetingId\": \"" + NOBODYS + "\"}"),
                new Call("POST", path + "/decisions", "{\"text\": \"Mine\", \"adoptionRule\": \"CONSENSUS\"}"),
                new Call(
                        "POST",
                        path + "/decisions",
                        "{\"text\": \"Mine\", \"adoptionRule\": \"CONSENSUS\", \"entitledParties\": [\"XX\"]}"),
                new Call("POST", path + "/statements", "{\"text\": \"Mine\", \"requiredParties\": [\"XX\"]}"),
                new Call(
                        "POST",
                        path + "/action-items",
                        "{\"title\": \"Mine\", \"owner\": \"XX\", \"dueOn\": \"2099-12-31\"}"),
                new Call(
                        "POST",
                        path + "/recommendations",
                        "{\"area\": \"a\", \"focus\": \"b\", \"outcomeTarget\": \"c\"}"));
    }

    private static List<Call> onDecision(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("PATCH", path, "{\"text\": \"Mine\"}"),
                new Call("POST", path + "/opening", null),
                new Call("POST", path + "/silence-procedure", "{\"period\": \"PT1H\"}"),
                new Call("POST", path + "/positions", "{\"stance\": \"FOR\"}"),
                new Call("POST", path + "/objections", "{\"kind\": \"OBJECTION\", \"statement\": \"no\"}"),
                new Call("POST", path + "/reservations", "{\"kind\": \"RESERVATION\", \"statement\": \"mine\"}"),
                new Call("POST", path + "/conclusion", null),
                new Call("POST", path + "/withdrawal", "{\"reason\": \"why\"}"));
    }

    private static List<Call> onRecommendation(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("PATCH", path, "{\"focus\": \"Mine\"}"),
                new Call("POST", path + "/acceptance", null),
                new Call("POST", path + "/rejection", "{\"reason\": \"why\"}"),
                new Call("POST", path + "/implementation", null),
                new Call("POST", path + "/completion", null),
                new Call("POST", path + "/supersession", "{\"reason\": \"why\"}"));
    }

    private static List<Call> onStatement(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("GET", path + "/versions", null),
                new Call("GET", path + "/versions/1", null),
                new Call("GET", path + "/versions/2", null),
                new Call("POST", path + "/versions", "{\"text\": \"Mine\"}"),
                new Call("POST", path + "/opening", null),
                new Call("POST", path + "/endorsements", "{\"versionNumber\": 1, \"stance\": \"ENDORSED\"}"),
                new Call("POST", path + "/publication", null),
                new Call("POST", path + "/withdrawal", "{\"reason\": \"why\"}"));
    }

    private static List<Call> onActionItem(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("PATCH", path, "{\"owner\": \"XX\"}"),
                new Call("POST", path + "/start", null),
                new Call(
                        "POST", path + "/completion", "{\"evidence\": [{\"title\": \"a\", \"url\": \"https://a.b\"}]}"),
                new Call("POST", path + "/verification", null),
                new Call("POST", path + "/verification-refusal", "{\"reason\": \"why\"}"),
                new Call("POST", path + "/cancellation", "{\"reason\": \"why\"}"));
    }

    private static List<Call> onDelegation(String path) {
        return List.of(
                new Call("GET", path, null),
                new Call("GET", path + "/history", null),
                new Call("PATCH", path, "{\"members\": []}"),
                new Call("POST", path + "/reply", "{\"rsvp\": \"ACCEPTED\"}"),
                new Call(
                        "POST",
                        path + "/replacements",
                        "{\"outgoing\": \"a\", \"incoming\": {\"name\": \"b\"}, \"reason\": \"c\"}"),
                new Call("POST", path + "/attendance", "{\"presence\": \"PRESENT\"}"));
    }
}
