package org.coalition.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.coalition.local.process.Await;

/** What came of the decision of London. Each step looks first, so that a story broken off is continued. */
final class InitiativesChapter {
    private static final String CHAIR = "gb-chair";
    private static final int BREAKS_A_RULE = 422;
    private static final Duration TO_LEARN = Duration.ofSeconds(60);

    private final Api api;

    InitiativesChapter(Api api) {
        this.api = api;
    }

    void tell(String decision) {
        JsonNode tale = Tale.read("initiatives.json");
        List<JsonNode> known = api.all(CHAIR, "/v1/initiatives?originDecision=" + decision);
        for (JsonNode told : Tale.list(tale, "initiatives")) {
            JsonNode initiative = find(known, "title", told).orElseGet(() -> plan(tale, told, decision));
            String id = initiative.path("id").asText();
            if (initiative.path("status").asText().equals("PIPELINE")) {
                whenLearned(() -> api.act(CHAIR, "/v1/initiatives/" + id, "approval", tale.get("approval")));
            }
            tellContributions(id, Tale.list(told, "contributions"));
        }
    }

    private JsonNode plan(JsonNode tale, JsonNode told, String decision) {
        ObjectNode body = Tale.body(told, "contributions");
        body.setAll((ObjectNode) tale.get("shared"));
        body.put("originDecision", decision);
        return whenLearned(() -> api.create(CHAIR, "/v1/initiatives", body));
    }

    private void tellContributions(String initiative, List<JsonNode> told) {
        if (told.isEmpty()) {
            return;
        }
        List<JsonNode> known = api.all(CHAIR, "/v1/contributions?initiativeId=" + initiative);
        for (JsonNode line : told) {
            String client = line.path("client").asText();
            JsonNode contribution = find(known, "description", line)
                    .orElseGet(() -> api.create(
                            client,
                            "/v1/initiatives/" + initiative + "/contributions",
                            Tale.body(line, "client", "entries")));
            List<JsonNode> entries = Tale.list(line, "entries");
            int posted =
                    Math.min(entries.size(), contribution.path("entryCount").asInt());
            String ledger = "/v1/contributions/" + contribution.path("id").asText() + "/entries";
            entries.subList(posted, entries.size()).forEach(entry -> api.create(client, ledger, entry));
        }
    }

    /** Initiatives learn of parties and decisions from Kafka, so a moment may pass before they know what was just decided. */
    private static JsonNode whenLearned(Supplier<JsonNode> request) {
        long deadline = System.nanoTime() + TO_LEARN.toNanos();
        while (true) {
            try {
                return request.get();
            } catch (Api.Refused e) {
                if (e.status() != BREAKS_A_RULE || System.nanoTime() > deadline) {
                    throw e;
                }
                Await.pause();
            }
        }
    }

    private static Optional<JsonNode> find(List<JsonNode> known, String property, JsonNode told) {
        return known.stream()
                .filter(one -> one.path(property).equals(told.path(property)))
                .findFirst();
    }
}
