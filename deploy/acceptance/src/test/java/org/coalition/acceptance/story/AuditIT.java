package org.coalition.acceptance.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the trails of both services say, asked of the gateway as one. */
@ExtendWith(Acceptance.class)
class AuditIT {
    private static RunningSet set;
    private static Partner auditor;

    @BeforeAll
    static void who(RunningSet running) {
        set = running;
        auditor = set.as("eu-auditor");
    }

    @Test
    void theWholeListIsTheListsOfTheServicesInTheOrderOfRecording() {
        String until = "to=" + Instant.now();
        List<JsonNode> parts = new ArrayList<>();
        parts.addAll(auditor.all("/v1/audit/meetings?" + until));
        parts.addAll(auditor.all("/v1/audit/initiatives?" + until));
        // Small enough for some fifty pages, also after a day of other tests.
        int limit = Math.min(200, parts.size() / 50 + 1);
        List<JsonNode> whole = inSmallPages("/v1/audit?limit=" + limit + '&' + until);
        assertTrue(whole.size() > 12 * limit, "there are several pages");
        assertEquals(
                parts.stream().map(AuditIT::named).sorted().toList(),
                whole.stream().map(item -> named(item.path("entry"))).sorted().toList());
        List<Instant> order = whole.stream()
                .map(item -> Instant.parse(item.path("entry").path("at").asText()))
                .toList();
        assertEquals(order.stream().sorted(Comparator.naturalOrder()).toList(), order);
    }

    @Test
    void aResourceIsVerifiedWhicheverServiceHasIt() {
        for (String collection : List.of("meetings", "initiatives")) {
            String id =
                    set.anonymous().all("/v1/" + collection).get(0).path("id").asText();
            JsonNode found = ok(auditor.get("/v1/audit/verify?aggregateId=" + id));
            assertTrue(found.path("intact").asBoolean(), found.toString());
            assertTrue(found.path(collection).path("entries").asInt() > 0, found.toString());
            ok(auditor.get("/v1/audit?aggregateId=" + id)).path("items").forEach(item -> {
                assertEquals(collection, item.path("service").asText());
                assertEquals(id, item.path("entry").path("aggregateId").asText());
            });
        }
        Answer unknown = auditor.get("/v1/audit/verify?aggregateId=" + UUID.randomUUID());
        assertEquals(404, unknown.status(), unknown.text());
        assertEquals("/v1/audit/verify", unknown.body().path("instance").asText());
    }

    @Test
    void itIsReadWhole() {
        for (String path : List.of("/v1/audit", "/v1/audit/verify", "/v1/audit/meetings")) {
            Answer refused = auditor.get(path + "?fields=number");
            assertEquals(400, refused.status(), refused.text());
            assertEquals(
                    "fields",
                    refused.body().path("errors").path(0).path("parameter").asText());
        }
    }

    @Test
    void onlyAuditorsAskForIt() {
        for (String path : List.of("/v1/audit", "/v1/audit/verify")) {
            assertEquals(401, set.anonymous().get(path).status());
            assertEquals(403, set.as("gb-chair").get(path).status());
            Answer misspelt = auditor.get(path + "?agregateId=x");
            assertEquals(400, misspelt.status(), misspelt.text());
        }
    }

    private static List<JsonNode> inSmallPages(String first) {
        List<JsonNode> items = new ArrayList<>();
        for (String next = ""; next != null; ) {
            JsonNode page = ok(auditor.get(first + next));
            page.path("items").forEach(items::add);
            next = page.has("next") ? "&cursor=" + page.path("next").asText() : null;
        }
        return items;
    }

    private static JsonNode ok(Answer answer) {
        assertEquals(200, answer.status(), answer.text());
        return answer.body();
    }

    private static String named(JsonNode entry) {
        return entry.path("noun").asText() + " " + entry.path("aggregateId").asText() + " "
                + entry.path("aggregateVersion").asText() + " "
                + entry.path("hash").asText();
    }
}
