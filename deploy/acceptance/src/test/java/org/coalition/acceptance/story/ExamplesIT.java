package org.coalition.acceptance.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.PublishedContract.Operation;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every body that the contract shows is sent, as a trial, to where it belongs: to a resource of the London story if that has one. Its
 * state or its owner may forbid the move, but nobody finds fault with the body.
 */
@ExtendWith(Acceptance.class)
class ExamplesIT {
    /** The codes of what a service finds wrong with a body by itself, whatever else there is. */
    private static final Set<String> OF_THE_BODY = Set.of(
            "not-null",
            "not-blank",
            "not-empty",
            "size",
            "pattern",
            "min",
            "max",
            "positive",
            "positive-or-zero",
            "digits");

    private static final Map<String, Set<String>> CLIENTS = Map.of(
            "gb-chair", Set.of("reader", "contributor", "chair"),
            "fr-contributor", Set.of("reader", "contributor"),
            "de-overseer-military", Set.of("reader", "overseer-military"),
            "fr-overseer-diplomatic", Set.of("reader", "overseer-diplomatic"),
            "eu-auditor", Set.of("reader", "auditor"),
            "admin", Set.of("reader", "admin"));

    private final RunningSet set;
    /** Of each noun the id of a resource of the story, and what stands for it in the examples. */
    private final Map<String, String> story = new HashMap<>();

    private final Map<String, String> placeholders = new HashMap<>();

    ExamplesIT(RunningSet set) {
        this.set = set;
        know("meetings", 1, first("/v1/meetings?host=GB&status=CLOSED").path("id"));
        know(
                "agenda-items",
                2,
                set.as("gb-chair")
                        .get("/v1/meetings/" + story.get("meetings") + "/agenda")
                        .body()
                        .at("/items/0/id"));
        know("decisions", 3, first("/v1/decisions?status=ADOPTED").path("id"));
        know(
                "initiatives",
                4,
                first("/v1/initiatives?originDecision=" + story.get("decisions"))
                        .path("id"));
        JsonNode contribution = first("/v1/contributions?party=GB");
        know("contributions", 5, contribution.path("id"));
        know(
                "recommendations",
                7,
                first("/v1/recommendations?meetingId=" + story.get("meetings")).path("id"));
        story.put("parties", "GB");
    }

    @Test
    void nobodyFindsFaultWithAnExample() {
        List<String> faults = new ArrayList<>();
        int sent = 0;
        int inOrder = 0;
        for (Operation operation : set.contract().operations()) {
            Map.Entry<String, JsonNode> example =
                    set.contract().example(operation).orElse(null);
            if (example != null) {
                List<Answer> answers = CLIENTS.entrySet().stream()
                        .filter(client -> client.getValue().stream().anyMatch(operation.roles()::contains))
                        .map(client -> send(client.getKey(), operation, example))
                        .toList();
                sent++;
                inOrder += answers.stream().anyMatch(Answer::isSuccess) ? 1 : 0;
                answers.stream()
                        .filter(ExamplesIT::blamesTheBody)
                        .forEach(answer -> faults.add(operation + ": " + answer.status() + ' ' + answer.text()));
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(sent > 100, sent + " examples");
        assertTrue(inOrder > 30, inOrder + " of " + sent + " examples would be carried out");
    }

    private Answer send(String client, Operation operation, Map.Entry<String, JsonNode> example) {
        String noun = operation.template().split("/", -1)[2];
        String target = operation
                .template()
                .replaceFirst(
                        "\\{[^}]+}", story.getOrDefault(noun, UUID.randomUUID().toString()))
                .replace("{number}", "1")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        String body = example.getValue().isTextual()
                ? example.getValue().asText()
                : example.getValue().toString();
        for (Map.Entry<String, String> known : placeholders.entrySet()) {
            body = body.replace(known.getKey(), known.getValue());
        }
        return set.as(client).ask(operation.method(), target + "?validateOnly=true", "*", example.getKey(), body);
    }

    private static boolean blamesTheBody(Answer answer) {
        return answer.status() == 400
                || answer.status() == 415
                || answer.status() == 422
                        && StreamSupport.stream(answer.body().path("errors").spliterator(), false)
                                .anyMatch(fault ->
                                        OF_THE_BODY.contains(fault.path("code").asText()));
    }

    private JsonNode first(String list) {
        return set.as("gb-chair").get(list + "&limit=1").body().at("/items/0");
    }

    private void know(String noun, int placeholder, JsonNode id) {
        assertTrue(id.isTextual(), noun);
        story.put(noun, id.asText());
        placeholders.put("01980000-0000-7000-8000-%012x".formatted(placeholder), id.asText());
    }
}
