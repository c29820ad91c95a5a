package org.coalition.acceptance.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A meeting of leaders from its draft to its approved minutes, by those who take part in it, through the gateway alone. */
@ExtendWith(Acceptance.class)
class LeadersMeetingIT {
    private static final List<String> PARTIES = List.of("FR", "DE", "UA");

    private static RunningSet set;
    private static Partner chair;

    /** A word that nothing else has. */
    private final String word = "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    @BeforeAll
    static void who(RunningSet running) {
        set = running;
        chair = set.as("gb-chair");
    }

    @Test
    void fromDraftToApprovedMinutesWithAllThatIsRecordedOnTheWay() {
        String meeting = convened();
        String item = agenda(meeting);
        refused(chair.act(meeting, "closing", null), "CONVENED", "IN_PROGRESS", "POSTPONED", "CANCELLED");
        ok(chair.act(meeting, "opening", null));
        attend(meeting);
        String decision = decided(item);
        String statement = stated(item);
        String task = assigned(item, decision);
        ok(chair.act(item, "conclusion", null));
        ok(chair.act(meeting, "closing", null));
        refused(chair.act(meeting, "opening", null), "CLOSED", "MINUTES_APPROVED");
        String minutes = minutesOf(meeting, item);
        followedUp(task);

        assertEquals("MINUTES_APPROVED", chair.get(meeting).text("status"));
        for (String noun : List.of("decisions", "statements")) {
            assertEquals(1, chair.all("/v1/" + noun + "?q=" + word).size(), noun);
        }
        JsonNode entry = chair.all("/v1/decision-register?q=" + word).get(0);
        assertTrue(entry.path("number").asText().matches("DEC/\\d{4}/\\d{3,}"), entry::toString);
        JsonNode proceedings = chair.get(minutes + "/proceedings").body();
        for (String kind : List.of("decisions", "statements", "actionItems", "attendances", "delegations")) {
            assertTrue(proceedings.path(kind).size() > 0, kind);
        }
        assertTrue(chair.get(meeting + "/calendar").text().contains("STATUS:CONFIRMED"));
        for (String subject : List.of(meeting, decision, statement, task, minutes)) {
            int version = chair.get(subject).body().path("version").asInt();
            assertEquals(
                    version,
                    set.awaitEvents(subject, version)
                            .about(subject)
                            .filter(event -> !event.isWithheld())
                            .count(),
                    subject);
        }
    }

    private String convened() {
        Map<String, Object> details = new HashMap<>(Map.of(
                "title", "Leaders on " + word,
                "level", "LEADERS",
                "format", "IN_PERSON",
                "host", "GB",
                "chair", Map.of("party", "GB", "name", "Chair " + word),
                "location", Map.of("country", "GB", "city", "London", "venue", "House " + word),
                "timeZone", "Europe/London",
                "plannedStart", "2027-03-28T09:00:00Z",
                "plannedEnd", "2027-03-28T12:00:00Z",
                "visibility", "COALITION"));
        details.put("requiredParties", PARTIES);
        String meeting = created(chair.post("/v1/meetings", details));
        assertEquals(428, chair.post(meeting + "/convening", null).status());
        assertEquals(404, of("FR").get(meeting).status());
        refused(chair.act(meeting, "closing", null), "DRAFT", "CONVENED", "POSTPONED", "CANCELLED");
        ok(chair.act(meeting, "convening", null));
        for (String party : PARTIES) {
            String delegation = created(of(party)
                    .post(
                            meeting + "/delegations",
                            Map.of("party", party, "head", Map.of("name", "Head of " + party))));
            ok(of(party).act(delegation, "reply", Map.of("rsvp", "ACCEPTED")));
        }
        return meeting;
    }

    private String agenda(String meeting) {
        String item = created(of("FR").post(
                        meeting + "/agenda-items",
                        Map.of("kind", "DECISION", "title", "Oversight", "focusArea", "Joint Efforts")));
        created(chair.post(item + "/sub-items", Map.of("kind", "DISCUSSION", "title", "Its figures")));
        assertEquals(
                List.of("1", "1.1"),
                of("DE").get(meeting + "/agenda").body().path("items").findValuesAsText("number"));
        return item;
    }

    private void attend(String meeting) {
        for (JsonNode delegation : chair.all(meeting + "/delegations")) {
            created(chair.post(
                    "/v1/delegations/" + delegation.path("id").asText() + "/attendance",
                    Map.of("presence", "PRESENT")));
        }
        assertTrue(chair.get(meeting + "/quorum").body().path("reached").asBoolean());
    }

    private String decided(String item) {
        String decision = created(chair.post(
                item + "/decisions",
                Map.of("text", "Oversight of " + word + " is joint.", "adoptionRule", "UNANIMITY")));
        ok(chair.act(decision, "opening", null));
        for (String party : PARTIES) {
            ok(of(party).post(decision + "/positions", Map.of("stance", "FOR")));
        }
        ok(of("DE").post(
                        decision + "/reservations",
                        Map.of("kind", "INTERPRETATIVE_STATEMENT", "statement", "Within our constitution.")));
        Answer concluded = ok(chair.act(decision, "conclusion", null));
        assertEquals("ADOPTED", concluded.text("status"));
        return decision;
    }

    private String stated(String item) {
        String statement = created(chair.post(item + "/statements", Map.of("text", "We stand by " + word + ".")));
        ok(chair.act(statement, "opening", null));
        assertEquals(409, chair.act(statement, "publication", null).status());
        for (String party : PARTIES) {
            ok(of(party).post(statement + "/endorsements", Map.of("versionNumber", 1, "stance", "ENDORSED")));
        }
        assertEquals("PUBLISHED", ok(chair.act(statement, "publication", null)).text("status"));
        return statement;
    }

    private String assigned(String item, String decision) {
        return created(chair.post(
                item + "/action-items",
                Map.of(
                        "title", "Name the overseers",
                        "owner", "FR",
                        "dueOn", "2099-12-31",
                        "decisionId", decision.substring(decision.lastIndexOf('/') + 1))));
    }

    private String minutesOf(String meeting, String item) {
        String minutes = created(chair.post(
                meeting + "/minutes",
                Map.of(
                        "sections",
                        List.of(Map.of(
                                "text", "They agreed.", "agendaItemId", item.substring(item.lastIndexOf('/') + 1))))));
        String until = Instant.now().plus(Duration.ofDays(7)).toString();
        ok(chair.act(minutes, "circulation", Map.of("commentUntil", until)));
        String correction = created(of("UA").post(
                        minutes + "/corrections",
                        Map.of("section", 1, "text", "They agreed at once.", "reason", "So it was.")));
        assertEquals(409, chair.act(minutes, "approval", null).status());
        ok(chair.act(correction, "acceptance", Map.of("reason", "So it was.")));
        for (String party : PARTIES) {
            ok(of(party).post(minutes + "/agreements", Map.of("textVersion", 2)));
        }
        assertEquals("APPROVED", ok(chair.act(minutes, "approval", null)).text("status"));
        return minutes;
    }

    private void followedUp(String task) {
        ok(of("FR").act(task, "start", null));
        ok(of("FR").act(
                        task,
                        "completion",
                        Map.of("evidence", List.of(Map.of("title", "Letter", "url", "https://example.org/letter")))));
        assertEquals(403, of("FR").act(task, "verification", null).status());
        assertEquals("VERIFIED", ok(of("DE").act(task, "verification", null)).text("status"));
    }

    private static Partner of(String party) {
        return set.as(party.toLowerCase(Locale.ROOT) + "-contributor");
    }

    private static void refused(Answer answer, String state, String... allowed) {
        assertEquals(409, answer.status(), answer.text());
        assertEquals(state, answer.text("state"));
        assertEquals(List.of(allowed), texts(answer.body().path("allowed")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String created(Answer answer) {
        assertEquals(201, answer.status(), answer.text());
        return answer.header("Location");
    }

    private static Answer ok(Answer answer) {
        assertEquals(200, answer.status(), answer.text());
        return answer;
    }
}
