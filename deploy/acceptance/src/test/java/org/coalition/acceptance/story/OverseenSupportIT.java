package org.coalition.acceptance.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Support under the eyes of two overseers, and what the public is told of it. */
@ExtendWith(Acceptance.class)
class OverseenSupportIT {
    private static RunningSet set;
    private static Partner lead;
    private static Partner military;
    private static Partner diplomatic;

    @BeforeAll
    static void who(RunningSet running) {
        set = running;
        lead = set.as("gb-chair");
        military = set.as("de-overseer-military");
        diplomatic = set.as("fr-overseer-diplomatic");
    }

    @Test
    void twoOverseersApproveWhatTheyHaveReadAndNothingElse() {
        String initiative = initiative();
        String review = created(lead.post(initiative + "/reviews", Map.of("remark", "As decided in London.")));
        String read = hash(review);
        assertEquals(403, signed(lead, review, "MILITARY", read).status());
        assertEquals(403, signed(military, review, "DIPLOMATIC", read).status());
        created(signed(military, review, "MILITARY", read));
        assertEquals("IN_REVIEW", lead.get(review).text("status"));
        // Edited between the two: who signs what was, signs nothing.
        ok(lead.patch(initiative, lead.get(initiative).header("ETag"), Map.of("title", "Another title")));
        assertEquals(409, signed(diplomatic, review, "DIPLOMATIC", read).status());
        String changed = hash(review);
        created(signed(diplomatic, review, "DIPLOMATIC", changed));
        assertEquals("IN_REVIEW", lead.get(review).text("status"));
        created(signed(military, review, "MILITARY", changed));
        assertEquals("APPROVED", lead.get(review).text("status"));
        // And after both.
        ok(lead.patch(initiative, lead.get(initiative).header("ETag"), Map.of("title", "A third title")));
        assertEquals("VOIDED", lead.get(review).text("status"));
    }

    @Test
    void fromAFindingOneCallLeadsBackToTheMeetingWhereItAllBegan() {
        String finding = created(military.post(
                initiative() + "/findings",
                Map.of(
                        "owner", "GB",
                        "title", "Receipts are not matched",
                        "description", "Of the first quarter.",
                        "recommendation", "Match them.",
                        "valueQuestioned", Map.of("amount", 1200.5, "currency", "EUR"),
                        "dueOn", "2030-01-01")));
        JsonNode trace = lead.get("/v1/trace/finding/" + id(finding)).body();
        assertEquals(
                List.of("initiative", "decision", "agenda-item", "meeting"),
                trace.path("origins").findValuesAsText("type"));
    }

    @Test
    void thePublicReadsWhatWasPublishedAndOthersSystemsTakeItAway() {
        Partner auditor = set.as("eu-auditor");
        Answer published = auditor.post("/v1/transparency-reports", Map.of("quarter", "2026-Q1"));
        String report = created(published);
        assertEquals(200, set.anonymous().get(report).status());
        Answer table = set.anonymous().get("/v1/exports/totals");
        assertEquals(200, table.status(), table.text());
        assertTrue(table.text().startsWith("party,aspect,"), table.text());
        Answer activities = lead.get("/v1/iati/activities");
        assertEquals(200, activities.status(), activities.text());
        assertTrue(activities.text().contains("<iati-activities"), activities.text());
    }

    private static String initiative() {
        JsonNode decision = set.anonymous().all("/v1/decisions?status=ADOPTED").get(0);
        return created(lead.post(
                "/v1/initiatives",
                Map.of(
                        "title",
                        "Overseen " + UUID.randomUUID(),
                        "aspect",
                        "MILITARY_SUPPORT",
                        "leadParties",
                        List.of("GB"),
                        "recipients",
                        List.of("UA"),
                        "originDecision",
                        decision.path("id").asText(),
                        "visibility",
                        "COALITION")));
    }

    private static String hash(String review) {
        return lead.get(review + "/content").text("contentHash");
    }

    private static Answer signed(Partner overseer, String review, String side, String hash) {
        return overseer.post(review + "/sign-offs", Map.of("side", side, "verdict", "AGREED", "contentHash", hash));
    }

    private static String created(Answer answer) {
        assertTrue(answer.isSuccess(), answer.text());
        return answer.header("Location");
    }

    private static void ok(Answer answer) {
        assertEquals(200, answer.status(), answer.text());
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
