package org.coalition.meetings;

import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was decided and stated is found by its words. */
@QuarkusTest
class OutcomeSearchTest {
    /** A word that no other test has. */
    private final String word = "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    @Test
    void decisionsAndTheirRegisterAreFoundByTheWordsOfTheText() {
        String meeting = inProgress("COALITION", List.of("FR", "GB"));
        String item = agendaItem(meeting, "Oversight");
        String adopted = decision(item, "Mechanisms of " + word + " are established.");
        String drafted = decision(item, "No mechanism.");
        ok(move(GB_CHAIR, adopted + "/opening"));
        ok(move(GB_CHAIR, adopted + "/conclusion"));
        find(FR, "/v1/decisions", word + " mechanism").body("items.id", contains(id(adopted)));
        find(FR, "/v1/decision-register", word).body("items.decisionId", contains(id(adopted)));
        find(FR, "/v1/decisions", word + " -mechanism").body("items", hasSize(0));
        ok(patch(GB_CHAIR, drafted, Map.of("text", "Now with " + word)));
        find(FR, "/v1/decisions", word).body("items.id", contains(id(adopted), id(drafted)));
        find(FR, "/v1/decision-register", word).body("items.decisionId", contains(id(adopted)));
    }

    @Test
    void aStatementIsFoundByItsCurrentTextOnly() {
        String item = agendaItem(inProgress("COALITION", List.of("FR")), "Statement");
        String statement = created(post(GB_CHAIR, item + "/statements", Map.of("text", "We stand by " + word)));
        find(FR, "/v1/statements", word).body("items.id", contains(id(statement)));
        ok(move(GB_CHAIR, statement + "/versions", Map.of("text", "We stand together.")));
        find(FR, "/v1/statements", word).body("items", hasSize(0));
    }

    @Test
    void whatFollowsFromAMeetingIsFoundByItsWords() {
        String item = agendaItem(inProgress("COALITION", List.of("FR")), "Follow-up");
        String task = created(post(
                GB_CHAIR,
                item + "/action-items",
                Map.of("title", "Deliver generators for " + word, "owner", "FR", "dueOn", "2099-12-31")));
        String advice = created(post(
                GB_CHAIR,
                item + "/recommendations",
                Map.of("area", "Energy", "focus", "Grids", "outcomeTarget", "Supplies of " + word)));
        find(FR, "/v1/action-items", word + " generator").body("items.id", contains(id(task)));
        find(FR, "/v1/recommendations", word + " grid supply").body("items.id", contains(id(advice)));
        find(FR, "/v1/recommendations", word + " generator").body("items", hasSize(0));
    }

    @Test
    void anUrgentConsultationIsFoundByItsWords() {
        Map<String, Object> call = Map.of(
                "title",
                "Power grid",
                "trigger",
                "An attack on " + word,
                "proposedResponses",
                List.of("Generators at once"),
                "level",
                "LEADERS",
                "visibility",
                "RESTRICTED",
                "consultedParties",
                List.of("FR"));
        MeetingsDriver.registerParties();
        String consultation = created(post(GB_CHAIR, "/v1/consultations", call));
        find(FR, "/v1/consultations", word + " generator grid").body("items.id", contains(id(consultation)));
        find(US, "/v1/consultations", word).body("items", hasSize(0));
    }

    @Test
    void aSearchFindsOnlyWhatTheCallerMayKnowOf() {
        String meeting = inProgress("COALITION", List.of("FR", "US"));
        String item = agendaItem(meeting, "Secret");
        String decision = decision(item, "Secret " + word);
        ok(patch(GB_CHAIR, item, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))));
        find(FR, "/v1/decisions", word).body("items.id", contains(id(decision)));
        find(US, "/v1/decisions", word).body("items", hasSize(0));
    }

    private static String decision(String item, String text) {
        return created(post(GB_CHAIR, item + "/decisions", Map.of("text", text, "adoptionRule", "CONSENSUS")));
    }

    private static ValidatableResponse find(String token, String list, String words) {
        return as(token).queryParam("q", words).get(list).then().statusCode(200);
    }
}
