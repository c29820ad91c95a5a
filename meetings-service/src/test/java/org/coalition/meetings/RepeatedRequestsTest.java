package org.coalition.meetings;

import static io.restassured.RestAssured.given;
import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.details;
import static org.coalition.meetings.Fixtures.draft;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.coalition.defaults.testing.Tokens;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every write operation takes: a key under which it is carried out once, a trial, a wish for less of an answer. */
@QuarkusTest
class RepeatedRequestsTest {
    private static final String MEETINGS = "/v1/meetings";
    private static final String FR_CHAIR = Tokens.of("FR", "reader", "chair");

    private final String key = UUID.randomUUID().toString();
    private final String title = "Meeting " + key;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void parties() {
        MeetingsDriver.registerParties();
    }

    @Test
    void aRepeatedRequestIsAnsweredAsTheFirstAndChangesNothing() {
        Response first = create(key);
        first.then().statusCode(201).header("Idempotent-Replayed", nullValue());
        for (String same : List.of(key, '"' + key + '"')) {
            Response again = create(same);
            again.then().statusCode(201).header("Idempotent-Replayed", "true");
            for (String header : List.of("ETag", "Location", "Content-Type", "Cache-Control", "Vary")) {
                assertEquals(first.header(header), again.header(header), header);
            }
            assertEquals(first.asString(), again.asString());
        }
        assertEquals(1, drafted());
    }

    @Test
    void fiftyTriesAtOnceMakeOneMeetingAndOneAnswer() throws Exception {
        Callable<Response> one = () -> create(key);
        List<Response> answers = atOnce(Collections.nCopies(50, one));
        answers.forEach(answer -> {
            assertEquals(201, answer.statusCode(), answer.asString());
            assertEquals(answers.get(0).asString(), answer.asString());
            assertEquals(answers.get(0).header("Location"), answer.header("Location"));
        });
        assertEquals(
                1,
                answers.stream()
                        .filter(answer -> answer.header("Idempotent-Replayed") == null)
                        .count());
        assertEquals(1, drafted());
        assertEquals(1, count("select count(*) from audit_entry where after->>'title' = :of", title));
    }

    @Test
    void aMoveIsRepeatedWithTheETagThatItHadAndAlsoWithTheNewOne() {
        String meeting = draft("COALITION");
        Response first = convene(meeting, "\"1\"");
        first.then().statusCode(200).body("status", equalTo("CONVENED"));
        for (String ifMatch : List.of("\"1\"", first.header("ETag"))) {
            Response again = convene(meeting, ifMatch);
            again.then().statusCode(200).header("Idempotent-Replayed", "true");
            assertEquals(first.asString(), again.asString());
            assertEquals(first.header("ETag"), again.header("ETag"));
        }
        as(GB_CHAIR).get(meeting).then().header("ETag", first.header("ETag"));
    }

    @Test
    void aKeyBelongsToOneRequestOfOneCaller() {
        create(key).then().statusCode(201);
        Map<String, Object> other = body();
        other.put("title", "Another one");
        post(key, GB_CHAIR, MEETINGS, other)
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("idempotency-key-reused"));
        post(key, GB_CHAIR, draft("COALITION") + "/agenda-items", Map.of("kind", "DECISION", "title", "x"))
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("idempotency-key-reused"));
        Map<String, Object> french = body();
        french.put("host", "FR");
        french.put("chair", Map.of("party", "FR"));
        post(key, FR_CHAIR, MEETINGS, french)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", nullValue())
                .body("host", equalTo("FR"));
    }

    @Test
    void aRefusalIsNotKept() {
        String meeting = convened("COALITION");
        Map<String, Object> reason = Map.of("reason", "The host is ill");
        post(key, GB_CHAIR, meeting + "/cancellation", reason, "\"7\"").then().statusCode(412);
        String etag = as(GB_CHAIR).get(meeting).header("ETag");
        post(key, GB_CHAIR, meeting + "/cancellation", reason, etag)
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", nullValue())
                .body("status", equalTo("CANCELLED"));
    }

    @Test
    void aTryThatCannotWaitForTheFirstAnyLongerIsToldSo() throws Exception {
        create(key).then().statusCode(201);
        String other = UUID.randomUUID().toString();
        try (Connection first = MeetingsDatabase.connect();
                Statement statement = first.createStatement()) {
            first.setAutoCommit(false);
            statement.execute(
                    "INSERT INTO idempotent_answer (caller, key, request) SELECT caller, '%s', request FROM idempotent_answer WHERE key = '%s'"
                            .formatted(other, key));
            create(other)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/conflict"))
                    .body("detail", containsString("still being carried out"));
            first.rollback();
        }
        create(other).then().statusCode(201).header("Idempotent-Replayed", nullValue());
        assertEquals(2, drafted());
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\"\"", "two words", "\"open", "back\\slash"})
    void whatIsNoKeyIsRefused(String no) {
        create(no).then().statusCode(400).body("errors.parameter", hasItem("Idempotency-Key"));
        assertEquals(0, drafted());
    }

    @Test
    void anAnswerIsForgottenAfterSevenDays() {
        create(key).then().statusCode(201);
        assertEquals(1, kept());
        sessions.inTransaction(session -> session.createNativeMutationQuery(
                        "update idempotent_answer set answered_at = answered_at - interval '7 days 1 minute' where key = :key")
                .setParameter("key", key)
                .executeUpdate());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> kept() == 0);
    }

    @Test
    void aTrialChecksAllAndChangesNothing() {
        post(key, GB_CHAIR, MEETINGS + "?validateOnly=true", body())
                .then()
                .statusCode(204)
                .header("Location", nullValue());
        assertEquals(0, drafted());
        assertEquals(0, kept());
        Map<String, Object> bad = body();
        bad.put("plannedEnd", "2026-01-12T09:00:00Z");
        post(key, GB_CHAIR, MEETINGS + "?validateOnly=true", bad).then().statusCode(422);
        String meeting = draft("COALITION");
        post(key, GB_CHAIR, meeting + "/closing?validateOnly=true", null, "\"1\"")
                .then()
                .statusCode(409)
                .body("state", equalTo("DRAFT"));
        patch(meeting + "?validateOnly=true", null).then().statusCode(204);
        as(GB_CHAIR).get(meeting).then().header("ETag", "\"1\"").body("title", not(equalTo("Renamed")));
        post(key, FR_CHAIR, MEETINGS + "?validateOnly=true", body()).then().statusCode(403);
        post(key, GB_CHAIR, MEETINGS + "?validateOnly=perhaps", body())
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("validateOnly"));
        as(GB_CHAIR).get(MEETINGS + "?validateOnly=true").then().statusCode(400);
        // The request that was tried can be made.
        post(key, GB_CHAIR, MEETINGS + "?validateOnly=false", body()).then().statusCode(201);
        assertEquals(1, drafted());
    }

    @Test
    void aWriterThatPrefersLittleGetsNothingOrTheIdOfWhatIsNew() {
        Response minimal = createMinimal();
        minimal.then()
                .statusCode(201)
                .header("Location", startsWith(MEETINGS))
                .header("ETag", "\"1\"")
                .header("Preference-Applied", "return=minimal")
                .body("keySet()", containsInAnyOrder("id", "version"));
        createMinimal().then().header("Idempotent-Replayed", "true").body(equalTo(minimal.asString()));
        // Repeated, the caller may prefer otherwise.
        create(key).then().statusCode(201).header("Idempotent-Replayed", "true").body("title", equalTo(title));
        Response changed = patch(minimal.header("Location"), "return=minimal");
        changed.then().statusCode(204).header("ETag", "\"2\"");
        assertEquals("", changed.asString());
        patch(minimal.header("Location"), "return=representation")
                .then()
                .statusCode(200)
                .header("Preference-Applied", containsString("representation"))
                .body("title", equalTo("Renamed"));
    }

    private Response createMinimal() {
        return given().header("Authorization", "Bearer " + GB_CHAIR)
                .contentType("application/json")
                .header("Prefer", "respond-async, return=minimal")
                .header("Idempotency-Key", key)
                .body(body())
                .post(MEETINGS);
    }

    private Response create(String key) {
        return post(key, GB_CHAIR, MEETINGS, body());
    }

    private Map<String, Object> body() {
        Map<String, Object> body = details("COALITION");
        body.put("title", title);
        return body;
    }

    private Response convene(String meeting, String ifMatch) {
        return post(key, GB_CHAIR, meeting + "/convening", null, ifMatch);
    }

    private static Response post(String key, String token, String path, Object body, String... ifMatch) {
        var request = given().header("Authorization", "Bearer " + token).header("Idempotency-Key", key);
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        return (ifMatch.length == 0 ? request : request.header("If-Match", ifMatch[0])).post(path);
    }

    private static Response patch(String meeting, String preference) {
        var request = given().header("Authorization", "Bearer " + GB_CHAIR)
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("title", "Renamed"));
        return (preference == null ? request : request.header("Prefer", preference)).patch(meeting);
    }

    private long drafted() {
        return count("select count(*) from meeting where title = :of", title);
    }

    private long kept() {
        return count("select count(*) from idempotent_answer where key = :of", key);
    }

    private long count(String sql, String of) {
        return sessions.fromSession(session -> session.createNativeQuery(sql, Long.class)
                .setParameter("of", of)
                .getSingleResult());
    }
}
