package org.coalition.meetings.statement;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDatabase.execute;
import static org.coalition.meetings.MeetingsDriver.DE;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.UA;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.etag;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coalition.defaults.testing.Topics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatementResourceTest {
    private static final List<String> THREE = List.of("DE", "FR", "UA");
    private static final Map<String, ?> TEXT = Map.of("text", "We stand together.", "language", "en");
    private static final Map<String, ?> SECOND = Map.of("text", "We stand together, as ever.", "language", "en");

    @Inject
    Clock clock;

    @Test
    void aStatementIsPublishedOnceAllWhoMustHaveEndorsedIt() {
        String statement = open(inProgress("COALITION", THREE));
        move(GB_CHAIR, statement + "/publication")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", containsString("nothing said yet by DE, FR, UA"));
        ok(endorse(FR, statement, 1, "ENDORSED"));
        ok(endorse(DE, statement, 1, "DECLINED"));
        ok(post(
                        UA,
                        statement + "/endorsements",
                        Map.of("versionNumber", 1, "stance", "ENDORSED_WITH_RESERVATION", "reservation", "Article 2")))
                .then()
                .body("completeness.complete", equalTo(false))
                .body("completeness.endorsed", equalTo(2))
                .body("completeness.withReservation", equalTo(1))
                .body("completeness.declined", contains("DE"))
                .body("completeness.missing", empty());
        move(GB_CHAIR, statement + "/publication").then().statusCode(409).body("detail", containsString("by DE"));
        ok(endorse(DE, statement, 1, "ENDORSED"));
        move(FR, statement + "/publication").then().statusCode(403);
        ok(move(GB_CHAIR, statement + "/publication"))
                .then()
                .body("status", equalTo("PUBLISHED"))
                .body("publishedOn", equalTo(today().toString()))
                .body("next", empty());
        move(GB_CHAIR, statement + "/versions", SECOND).then().statusCode(409).body("state", equalTo("PUBLISHED"));
        move(GB_CHAIR, statement + "/withdrawal", Map.of("reason", "late"))
                .then()
                .statusCode(409);
        endorse(FR, statement, 1, "DECLINED").then().statusCode(409).body("state", equalTo("PUBLISHED"));
        try (Topics topics = Topics.fromStart("coalition.meetings")) {
            ConsumerRecord<String, String> published =
                    topics.awaitEvent("org.coalition.statement.published.v1", statement);
            assertEquals("7", Topics.header(published, "ce_sequence"));
            assertTrue(published.value().contains("We stand together."));
        }
    }

    @Test
    void onlyRequiredPartiesEndorseEachForItselfAndToRepeatItIsNoChange() {
        String statement = open(inProgress("COALITION", THREE));
        endorse(US, statement, 1, "ENDORSED").then().statusCode(403).body("detail", containsString("DE, FR, UA"));
        ok(endorse(FR, statement, 1, "ENDORSED"));
        String etag = etag(FR, statement);
        ok(endorse(FR, statement, 1, "ENDORSED")).then().header("ETag", etag);
        endorse(FR, statement, 2, "ENDORSED")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/versionNumber"));
        post(FR, statement + "/endorsements", Map.of("stance", "ENDORSED"))
                .then()
                .statusCode(422);
    }

    @Test
    void whatWasSaidOfAnEarlierVersionStaysInTheHistory() {
        String statement = open(inProgress("COALITION", THREE));
        ok(endorse(FR, statement, 1, "ENDORSED"));
        ok(move(GB_CHAIR, statement + "/versions", SECOND))
                .then()
                .body("current.number", equalTo(2))
                .body("current.by", equalTo("GB"))
                .body("endorsements", empty());
        String etag = etag(FR, statement);
        ok(move(GB_CHAIR, statement + "/versions", SECOND)).then().header("ETag", etag);
        ok(endorse(DE, statement, 2, "ENDORSED"));
        ok(move(GB_CHAIR, statement + "/versions", Map.of("text", "Third.")));
        as(FR).get(statement + "/versions")
                .then()
                .statusCode(200)
                .header("ETag", etag(FR, statement))
                .body("items.number", contains(1, 2, 3))
                .body("items.language", contains("en", "en", null))
                .body("items[0].text", nullValue());
        as(FR).get(statement + "/versions/1")
                .then()
                .statusCode(200)
                .body("current", equalTo(false))
                .body("content.text", equalTo("We stand together."))
                .body("endorsements.party", contains("FR"));
        as(FR).get(statement + "/versions/2").then().body("endorsements.party", contains("DE"));
        as(FR).get(statement + "/versions/3")
                .then()
                .body("current", equalTo(true))
                .body("endorsements", empty());
        as(FR).get(statement + "/versions/4").then().statusCode(404);
        as(FR).get(statement + "/versions/x").then().statusCode(404);
        try (Topics topics = Topics.fromStart("coalition.meetings")) {
            assertTrue(topics.awaitEvent("org.coalition.statement.version-written.v1", statement)
                    .value()
                    .contains("\"facts\":{\"versionNumber\":2,\"voided\":[\"FR\"]}"));
        }
    }

    /** Whoever got 200 for version 1 stands in its history; nobody's word for it counts for version 2. */
    @Test
    void anEndorsementThatRacesAnEditIsOfTheVersionThatWasRead() throws Exception {
        String meeting = inProgress("COALITION", THREE);
        for (int round = 0; round < 6; round++) {
            String statement = open(meeting);
            List<String> tokens = List.of(DE, FR, UA);
            List<Callable<Response>> calls = new ArrayList<>();
            tokens.forEach(token -> calls.add(() -> endorse(token, statement, 1, "ENDORSED")));
            calls.add(round % 4, () -> rewrite(statement, "*", "Edited."));
            List<Response> answers = new ArrayList<>(atOnce(calls));
            ok(answers.remove(round % 4));
            Set<String> endorsed = new HashSet<>();
            for (int i = 0; i < tokens.size(); i++) {
                Response answer = answers.get(i);
                if (answer.statusCode() == 200) {
                    endorsed.add(THREE.get(i));
                } else {
                    answer.then().statusCode(409).body("detail", containsString("current one, which is 2"));
                }
            }
            as(FR).get(statement).then().body("current.number", equalTo(2)).body("endorsements", empty());
            assertEquals(
                    endorsed,
                    new HashSet<>(
                            as(FR).get(statement + "/versions/1").jsonPath().getList("endorsements.party")));
        }
    }

    @Test
    void ofEditsWithOneEtagOneWinsAndEndorsementsAtOnceAreAllTaken() throws Exception {
        String statement = open(inProgress("COALITION", THREE));
        String etag = etag(GB_CHAIR, statement);
        List<Callable<Integer>> edits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String text = "Edit " + i;
            edits.add(() -> rewrite(statement, etag, text).statusCode());
        }
        List<Integer> codes = atOnce(edits);
        assertEquals(1, Collections.frequency(codes, 200), codes.toString());
        assertEquals(7, Collections.frequency(codes, 412), codes.toString());
        List<Callable<Integer>> endorsements = new ArrayList<>();
        for (String token : List.of(DE, FR, UA)) {
            endorsements.add(() -> endorse(token, statement, 2, "ENDORSED").statusCode());
        }
        assertEquals(List.of(200, 200, 200), atOnce(endorsements));
        as(FR).get(statement).then().body("completeness.complete", equalTo(true));
    }

    @Test
    void nothingIsPublishedThatAPartyDeclinedInTime() throws Exception {
        String meeting = inProgress("COALITION", THREE);
        for (int round = 0; round < 6; round++) {
            String statement = open(meeting);
            for (String token : List.of(DE, FR, UA)) {
                ok(endorse(token, statement, 1, "ENDORSED"));
            }
            List<Callable<Response>> calls = new ArrayList<>();
            calls.add(() -> endorse(DE, statement, 1, "DECLINED"));
            calls.add(round % 2, () -> as(GB_CHAIR).header("If-Match", "*").post(statement + "/publication"));
            List<Integer> codes =
                    atOnce(calls).stream().map(Response::statusCode).toList();
            assertTrue(codes.contains(200) && codes.contains(409), codes.toString());
            Response after = as(FR).get(statement);
            assertEquals(
                    after.jsonPath().getString("status").equals("PUBLISHED"),
                    after.jsonPath().getBoolean("completeness.complete"));
        }
    }

    @Test
    void theDatabaseKeepsThemTooFromBeingPublishedTooSoonOrChangedAfterwards() {
        String statement = open(inProgress("COALITION", THREE));
        String publish = "UPDATE statement SET status = 'PUBLISHED', published_on = now() WHERE id = '%s'";
        assertRefused("23514", publish.formatted(id(statement)));
        for (String token : List.of(DE, FR, UA)) {
            ok(endorse(token, statement, 1, "ENDORSED"));
        }
        ok(move(GB_CHAIR, statement + "/publication"));
        assertRefused("23001", "UPDATE statement SET text = 'Forged' WHERE id = '" + id(statement) + "'");
        assertRefused("23001", "UPDATE statement SET endorsements = '[]' WHERE id = '" + id(statement) + "'");
        String rewritten = open(inProgress("COALITION", THREE));
        ok(move(GB_CHAIR, rewritten + "/versions", SECOND));
        String earlier = "statement_earlier_version WHERE statement_id = '" + id(rewritten) + "'";
        assertRefused("23001", "DELETE FROM " + earlier);
        assertRefused("23001", "UPDATE " + earlier.replace(" WHERE", " SET text = 'Forged' WHERE"));
    }

    @Test
    void whoIsRequiredMustBeKnownAndAbleToRead() {
        String item = agendaItem(inProgress("RESTRICTED", List.of("FR", "US"), "FR"), "Secret");
        post(GB_CHAIR, item + "/statements", required("FR", "US", "XX"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/requiredParties/2"));
        post(GB_CHAIR, item + "/statements", required("FR", "US"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/requiredParties/1"))
                .body("errors.code", contains("not-in-audience"));
        String byDelegation = created(post(GB_CHAIR, item + "/statements", TEXT));
        ok(move(GB_CHAIR, byDelegation + "/opening")).then().body("requiredParties", contains("FR"));
    }

    @Test
    void itIsDraftedOnlyWhileOutcomesAreRecordedAndByHostOrChair() {
        String early = agendaItem(convened("COALITION"), "Too early");
        post(GB_CHAIR, early + "/statements", TEXT).then().statusCode(409).body("state", equalTo("CONVENED"));
        String item = agendaItem(inProgress("COALITION", THREE), "Ours");
        post(FR, item + "/statements", TEXT).then().statusCode(403);
        String statement = created(post(GB_CHAIR, item + "/statements", TEXT));
        endorse(FR, statement, 1, "ENDORSED").then().statusCode(409).body("state", equalTo("DRAFT"));
        String lonely =
                created(post(GB_CHAIR, agendaItem(inProgress("COALITION", List.of()), "Alone") + "/statements", TEXT));
        move(GB_CHAIR, lonely + "/opening").then().statusCode(409).body("detail", containsString("0 parties"));
        as(FR).get(lonely).then().body("status", equalTo("DRAFT"));
        ok(move(GB_CHAIR, statement + "/withdrawal", Map.of("reason", "overtaken")))
                .then()
                .body("statusReason", equalTo("overtaken"));
    }

    @Test
    void listsAreFilteredAndShowWhatTheCallerMayKnowOf() {
        String meeting = inProgress("RESTRICTED", List.of("FR"), "FR");
        String statement = open(meeting);
        String item = as(FR).get(statement).jsonPath().getString("agendaItemId");
        for (String filter : List.of(
                "&meetingId=" + id(meeting),
                "&agendaItemId=" + item,
                "&party=FR&meetingId=" + id(meeting),
                "&status=OPEN_FOR_ENDORSEMENT&meetingId=" + id(meeting))) {
            String list = "/v1/statements?limit=200" + filter;
            as(FR).get(list).then().statusCode(200).body("items.id", contains(id(statement)));
            as(US).get(list).then().statusCode(200).body("items.id", not(hasItem(id(statement))));
        }
        for (String filter : List.of("&party=DE", "&status=DRAFT")) {
            as(FR).get("/v1/statements?meetingId=" + id(meeting) + filter)
                    .then()
                    .body("items", empty());
        }
        as(US).get(statement + "/versions").then().statusCode(404);
        as(US).get(statement + "/versions/1").then().statusCode(404);
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static void assertRefused(String state, String sql) {
        assertEquals(state, assertThrows(SQLException.class, () -> execute(sql)).getSQLState(), sql);
    }

    private static Map<String, ?> required(String... parties) {
        return Map.of("text", "We stand together.", "requiredParties", List.of(parties));
    }

    private static Response rewrite(String statement, String ifMatch, String text) {
        return as(GB_CHAIR)
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(Map.of("text", text))
                .post(statement + "/versions");
    }

    private static Response endorse(String token, String statement, int version, String stance) {
        return post(token, statement + "/endorsements", Map.of("versionNumber", version, "stance", stance));
    }

    /** A statement that all parties with a delegation have to endorse. */
    private static String open(String meeting) {
        String statement = created(post(GB_CHAIR, agendaItem(meeting, "Statement") + "/statements", TEXT));
        ok(move(GB_CHAIR, statement + "/opening"));
        return statement;
    }
}
