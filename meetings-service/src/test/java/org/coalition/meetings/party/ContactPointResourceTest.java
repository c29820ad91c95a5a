package org.coalition.meetings.party;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.ADMIN;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coalition.defaults.testing.Tokens;
import org.coalition.defaults.testing.Topics;
import org.coalition.meetings.TestClock;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactPointResourceTest {
    private static final String NO_PARTY = Tokens.withoutParty("someone", "reader", "contributor", "chair");

    @Inject
    TestClock clock;

    @Test
    void aPartyKeepsItsOwnListAndOtherPartiesReadIt() {
        String list = party("IT");
        String it = Tokens.of("IT", "reader", "contributor");
        as(FR).get(list).then().statusCode(200).header("ETag", "\"0\"").body("contactPoints", empty());
        Map<String, ?> points = points(point("Cyber", "B. Second", 2), point("Cyber", "A. First", 1));
        put(it, list, null, points).then().statusCode(428);
        put(FR, list, "\"0\"", points).then().statusCode(403);
        ok(put(it, list, "\"0\"", points)).then().header("ETag", "\"1\"");
        put(it, list, "\"0\"", points).then().statusCode(412);
        as(FR).get(list)
                .then()
                .body("contactPoints.name", contains("A. First", "B. Second"))
                .body("contactPoints[0].reachableAroundTheClock", equalTo(false))
                .body("staleCount", equalTo(0));
        ok(put(it, list, "\"1\"", points)).then().header("ETag", "\"1\"");
        ok(put(ADMIN, list, "*", points(point("Arms", "C. Third", 1))))
                .then()
                .header("ETag", "\"2\"")
                .body("contactPoints.topic", contains("Arms"));
        put(it, "/v1/parties/NOBODY/contact-points", "*", points).then().statusCode(404);
    }

    @Test
    void whoSpeaksForNoPartyKnowsOfNoList() {
        String list = party("ES");
        ok(put(Tokens.of("ES", "contributor"), list, "\"0\"", points(point("Cyber", "Secret Person", 1))));
        anonymous().get("/v1/parties/ES").then().statusCode(200);
        anonymous().get(list).then().statusCode(404);
        as(NO_PARTY).get(list).then().statusCode(404);
        put(NO_PARTY, list, "*", points()).then().statusCode(404);
        as(NO_PARTY).header("If-Match", "*").post(list + "/verification").then().statusCode(404);
        as(ADMIN).get(list).then().statusCode(200);
        try (Topics topics = Topics.fromStart("coalition.meetings")) {
            ConsumerRecord<String, String> drawnUp = topics.awaitEvent("org.coalition.contact-list.drawn-up.v1", list);
            assertEquals("COALITION", Topics.header(drawnUp, "ce_dataclassification"));
            assertTrue(topics.all().stream()
                    .filter(message -> "/v1/parties/ES".equals(Topics.header(message, "ce_subject")))
                    .noneMatch(message -> message.value().contains("Secret Person")));
        }
    }

    @Test
    void afterNinetyDaysTheyAreStaleUntilThePartyConfirmsThem() {
        String list = party("SE");
        String se = Tokens.of("SE", "reader", "contributor");
        ok(put(se, list, "\"0\"", points(point("Cyber", "A. First", 1), point("Arms", "B. Second", 1))));
        as(FR).get(list + "?stale=true").then().body("contactPoints", empty()).header("ETag", "\"1\"");
        clock.advance(Duration.ofDays(91));
        as(FR).get(list + "?stale=true&topic=Cyber")
                .then()
                .header("ETag", "\"1-stale-2\"")
                .body("contactPoints.name", contains("A. First"))
                .body("staleCount", equalTo(2));
        as(FR).get(list + "?stale=false").then().body("contactPoints", empty());
        as(se).header("If-Match", "\"1\"").post(list + "/verification").then().statusCode(412);
        as(FR).header("If-Match", "*").post(list + "/verification").then().statusCode(403);
        Response verified = ok(as(se).header("If-Match", "\"1-stale-2\"").post(list + "/verification"));
        verified.then().header("ETag", "\"2\"").body("staleCount", equalTo(0));
        ok(as(se).header("If-Match", "\"2\"").post(list + "/verification"))
                .then()
                .header("ETag", "\"2\"");
        as(se).header("If-Match", "*")
                .post(party("PT").replace("/contact-points", "") + "/contact-points/verification")
                .then()
                .statusCode(403);
        as(ADMIN)
                .header("If-Match", "*")
                .post("/v1/parties/PT/contact-points/verification")
                .then()
                .statusCode(404);
    }

    @Test
    void ofSeveralFirstListsOneIsTheFirst() throws Exception {
        String list = party("NO");
        String no = Tokens.of("NO", "contributor");
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Map<String, ?> points = points(point("Cyber", "Person " + i, 1));
            calls.add(() -> put(no, list, "\"0\"", points).statusCode());
        }
        List<Integer> codes = atOnce(calls);
        assertEquals(1, Collections.frequency(codes, 200), codes.toString());
        assertEquals(7, Collections.frequency(codes, 412), codes.toString());
    }

    @Test
    void aListThatBreaksARuleIsRefusedWithThePlaces() {
        String list = party("FI");
        String fi = Tokens.of("FI", "contributor");
        put(fi, list, "*", points(point("Cyber", "A", 1), point("Cyber", "B", 3)))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/contactPoints/1/escalationOrder"));
        put(fi, list, "*", points(point("", "A", 0)))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/contactPoints/0/topic"));
        put(fi, list, "*", Map.of()).then().statusCode(422).body("errors.pointer", contains("/contactPoints"));
        put(fi, list, "*", points(Map.of("topic", "Cyber", "phone", "1")))
                .then()
                .statusCode(400);
        Map<String, Object> tomorrow = new HashMap<>(point("Cyber", "A", 1));
        tomorrow.put("lastVerifiedOn", "2999-01-01");
        put(fi, list, "*", points(tomorrow))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/contactPoints/0/lastVerifiedOn"));
    }

    private static Response put(String token, String list, String ifMatch, Map<String, ?> points) {
        var request = as(token).contentType("application/json").body(points);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(list);
    }

    private static Map<String, ?> points(Map<?, ?>... points) {
        return Map.of("contactPoints", List.of(points));
    }

    private static Map<String, Object> point(String topic, String name, int order) {
        return Map.of("topic", topic, "name", name, "escalationOrder", order);
    }

    /** The path of the contact points of a party of its own. */
    private static String party(String code) {
        post(ADMIN, "/v1/parties", Map.of("code", code, "name", code, "kind", "STATE"));
        return "/v1/parties/" + code + "/contact-points";
    }
}
