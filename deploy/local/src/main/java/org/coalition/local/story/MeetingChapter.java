package org.coalition.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.coalition.local.process.Await;
import org.coalition.local.process.StackFailure;

/** Who met in London and what they decided. Each step looks first, so that a story broken off is continued. */
final class MeetingChapter {
    private static final String ADMIN = "admin";
    private static final String CHAIR = "gb-chair";
    private static final Duration FOR_ADOPTION = Duration.ofSeconds(60);

    private final Api api;

    MeetingChapter(Api api) {
        this.api = api;
    }

    /** The decision that the initiatives came of. */
    JsonNode tell() {
        tellParties();
        JsonNode tale = Tale.read("meeting.json");
        String meeting = "/v1/meetings/" + meeting(tale.get("meeting"));
        if (status(meeting).equals("DRAFT")) {
            api.act(CHAIR, meeting, "convening", null);
        }
        if (status(meeting).equals("CONVENED")) {
            tellDelegations(meeting, Tale.list(tale, "delegations"));
            tellAgenda(meeting, Tale.list(tale, "agenda"));
            api.act(CHAIR, meeting, "opening", null);
        }
        if (status(meeting).equals("IN_PROGRESS")) {
            tellAttendance(meeting);
            tellOutcomes(meeting, Tale.list(tale, "agenda"));
            api.act(CHAIR, meeting, "closing", null);
        }
        return decisionOf(meeting);
    }

    private void tellParties() {
        Set<String> known = api.all(ADMIN, "/v1/parties").stream()
                .map(party -> party.path("code").asText())
                .collect(Collectors.toSet());
        Tale.list(Tale.read("parties.json"), "parties").stream()
                .filter(party -> !known.contains(party.path("code").asText()))
                .forEach(party -> api.create(ADMIN, "/v1/parties", party));
    }

    private String meeting(JsonNode told) {
        return find(api.all(CHAIR, "/v1/meetings?host=GB"), "title", told)
                .orElseGet(() -> api.create(CHAIR, "/v1/meetings", Tale.body(told)))
                .path("id")
                .asText();
    }

    private String status(String meeting) {
        return api.get(CHAIR, meeting).path("status").asText();
    }

    private void tellDelegations(String meeting, List<JsonNode> told) {
        List<JsonNode> known = api.all(CHAIR, meeting + "/delegations");
        told.stream()
                .filter(delegation -> find(known, "party", delegation).isEmpty())
                .forEach(delegation -> api.create(CHAIR, meeting + "/delegations", delegation));
    }

    private void tellAgenda(String meeting, List<JsonNode> told) {
        List<JsonNode> known = agenda(meeting);
        told.stream()
                .filter(item -> find(known, "title", item).isEmpty())
                .forEach(item ->
                        api.create(CHAIR, meeting + "/agenda-items", Tale.body(item, "decisions", "recommendations")));
    }

    private void tellAttendance(String meeting) {
        ObjectNode present = JsonNodeFactory.instance.objectNode().put("presence", "PRESENT");
        List<JsonNode> known = api.all(CHAIR, meeting + "/attendances");
        api.all(CHAIR, meeting + "/delegations").stream()
                .filter(delegation -> find(known, "party", delegation).isEmpty())
                .forEach(delegation -> api.create(
                        CHAIR, "/v1/delegations/" + delegation.path("id").asText() + "/attendance", present));
    }

    private void tellOutcomes(String meeting, List<JsonNode> told) {
        String id = meeting.substring(meeting.lastIndexOf('/') + 1);
        List<JsonNode> decisions = api.all(CHAIR, "/v1/decisions?meetingId=" + id);
        List<JsonNode> recommendations = api.all(CHAIR, "/v1/recommendations?meetingId=" + id);
        List<JsonNode> agenda = agenda(meeting);
        for (JsonNode item : told) {
            String path = "/v1/agenda-items/"
                    + find(agenda, "title", item).orElseThrow().path("id").asText();
            Tale.list(item, "recommendations").stream()
                    .filter(one -> find(recommendations, "area", one).isEmpty())
                    .forEach(one -> api.create(CHAIR, path + "/recommendations", Tale.body(one)));
            for (JsonNode one : Tale.list(item, "decisions")) {
                JsonNode decision = find(decisions, "text", one)
                        .orElseGet(() -> api.create(CHAIR, path + "/decisions", Tale.body(one, "silence")));
                adoptBySilence(
                        "/v1/decisions/" + decision.path("id").asText(),
                        decision.path("status").asText(),
                        one.get("silence"));
            }
        }
    }

    private void adoptBySilence(String decision, String status, JsonNode silence) {
        if (status.equals("DRAFT")) {
            api.act(CHAIR, decision, "silence-procedure", silence);
        }
        if (!Await.until(FOR_ADOPTION, () -> !api.get(CHAIR, decision)
                .path("registerNumber")
                .asText("")
                .isEmpty())) {
            throw new StackFailure("the decision of London was not adopted although nobody broke the silence");
        }
    }

    private JsonNode decisionOf(String meeting) {
        String id = meeting.substring(meeting.lastIndexOf('/') + 1);
        return api.all(CHAIR, "/v1/decisions?meetingId=" + id).stream()
                .findFirst()
                .orElseThrow(() -> new StackFailure("the London meeting has no decision"));
    }

    private List<JsonNode> agenda(String meeting) {
        return Tale.list(api.get(CHAIR, meeting + "/agenda"), "items");
    }

    private static Optional<JsonNode> find(List<JsonNode> known, String property, JsonNode told) {
        return known.stream()
                .filter(one -> one.path(property).equals(told.path(property)))
                .findFirst();
    }
}
