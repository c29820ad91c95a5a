package org.coalition.acceptance.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

/** Support from the need for it to its confirmed delivery and what it achieved, by those who give and receive it. */
@ExtendWith(Acceptance.class)
class DeliveredSupportIT {
    private static RunningSet set;
    private static Partner lead;
    private static Partner giver;
    private static Partner recipient;

    /** A name that nothing else has. */
    private final String item = "item " + UUID.randomUUID();

    @BeforeAll
    static void who(RunningSet running) {
        set = running;
        lead = set.as("gb-chair");
        giver = set.as("fr-contributor");
        recipient = set.as("ua-contributor");
    }

    @Test
    void fromTheNeedToTheConfirmedDeliveryAndBackToTheMeetingWhereItBegan() {
        JsonNode decision = set.anonymous().all("/v1/decisions?status=ADOPTED").get(0);
        String initiative = created(lead.post(
                "/v1/initiatives",
                Map.of(
                        "title", "Support with " + item,
                        "aspect", "MILITARY_SUPPORT",
                        "expectedOutcomes", List.of("Improved airspace control"),
                        "leadParties", List.of("GB"),
                        "recipients", List.of("UA"),
                        "originDecision", decision.path("id").asText(),
                        "visibility", "COALITION")));
        String line = line(initiative);
        needed(initiative, line);
        String delivery = delivered(line);
        String indicator = planned(initiative);

        assertEquals(3, giver.get(line).body().path("delivered").asInt());
        JsonNode total = giver.get("/v1/totals?by=party&initiativeId=" + id(initiative))
                .body()
                .path("items")
                .get(0);
        assertEquals(List.of(5, 4, 3), figures(total, "committed", "allocated", "delivered"));
        assertEquals(
                "AGREED",
                giver.get(line + "/reconciliation").body().path("status").asText());
        for (String end : List.of("delivery/" + id(delivery), "indicator/" + id(indicator))) {
            JsonNode trace = giver.get("/v1/trace/" + end).body();
            List<String> kinds = trace.path("origins").findValuesAsText("type");
            assertEquals("meeting", kinds.get(kinds.size() - 1), end);
            assertTrue(kinds.containsAll(List.of("initiative", "decision", "agenda-item")), kinds::toString);
        }
        assertEquals(404, set.anonymous().get(delivery).status());
        for (String subject : List.of(line, delivery)) {
            int version = giver.get(subject).body().path("version").asInt();
            assertEquals(
                    version,
                    set.awaitEvents(subject, version)
                            .about(subject)
                            .filter(event -> !event.isWithheld())
                            .count(),
                    subject);
        }
    }

    /** A line of which five are committed and four allocated, and no more. */
    private static String line(String initiative) {
        String line = created(giver.post(
                initiative + "/contributions",
                Map.of(
                        "track", "MILITARY",
                        "instrument", "IN_KIND",
                        "description", "Launchers",
                        "unit", "systems")));
        created(posted(line, "COMMITMENT", 5));
        assertEquals(422, posted(line, "ALLOCATION", 6).status());
        created(posted(line, "ALLOCATION", 4));
        assertEquals(422, posted(line, "DELIVERY", 1).status());
        return line;
    }

    private void needed(String initiative, String line) {
        String need = created(recipient.post(
                "/v1/needs",
                Map.of(
                        "item",
                        item,
                        "quantity",
                        systems(10),
                        "priority",
                        "HIGH",
                        "neededBy",
                        day(90),
                        "initiativeId",
                        id(initiative),
                        "visibility",
                        "COALITION")));
        String offer = created(giver.post(
                need + "/offers",
                Map.of("quantity", systems(4), "availableFrom", day(30), "contributionId", id(line))));
        assertEquals(403, giver.act(offer, "acceptance", Map.of()).status());
        ok(recipient.act(offer, "acceptance", Map.of()));
        assertEquals("PARTLY_MET", giver.get(need).text("status"));
        JsonNode unmet = giver.get("/v1/reports/unmet-needs?item=" + item.replace(" ", "+"))
                .body();
        assertEquals(6, unmet.path("items").get(0).path("unmet").asInt(), unmet::toString);
    }

    /** Three handed over and confirmed, of which the ledger says so by itself. */
    private static String delivered(String line) {
        String delivery = created(giver.post(
                line + "/deliveries",
                Map.of(
                        "recipient",
                        "UA",
                        "description",
                        "First battery",
                        "quantity",
                        systems(3),
                        "promisedOn",
                        day(10),
                        "place",
                        "Toulon",
                        "readyAt",
                        hoursAgo(9))));
        assertEquals(403, giver.act(delivery, "receipt", receipt(3)).status());
        assertEquals(409, recipient.act(delivery, "receipt", receipt(3)).status());
        ok(giver.act(delivery, "dispatch", Map.of("place", "Toulon", "at", hoursAgo(8))));
        ok(giver.act(delivery, "handover", Map.of("place", "Rzeszow", "at", hoursAgo(2))));
        ok(recipient.act(delivery, "receipt", receipt(3)));
        return delivery;
    }

    private static String planned(String initiative) {
        String milestone = created(
                lead.post(initiative + "/milestones", Map.of("title", "Battery operational", "dueOn", day(60))));
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        ok(lead.act(milestone, "assessment", Map.of("status", "MET", "metOn", today, "evidence", "Seen.")));
        String indicator = created(lead.post(
                initiative + "/indicators",
                Map.of(
                        "title", "Intercepted",
                        "expectedOutcome", "Improved airspace control",
                        "measure", "PERCENTAGE",
                        "baseline", Map.of("on", "2026-01-01", "value", 40),
                        "periods", List.of(Map.of("start", "2026-01-01", "end", "2027-12-31", "target", 90)))));
        JsonNode progress = lead.get(initiative + "/progress").body();
        assertEquals(200, lead.get(initiative + "/progress").status(), progress::toString);
        return indicator;
    }

    private static Answer posted(String line, String kind, int value) {
        return giver.post(
                line + "/entries", Map.of("kind", kind, "quantity", systems(value), "valueDate", "2026-01-12"));
    }

    private static Map<String, Object> receipt(int received) {
        return Map.of("place", "Odesa", "at", hoursAgo(1), "received", received);
    }

    private static Map<String, Object> systems(int value) {
        return Map.of("value", value, "unit", "systems");
    }

    private static String hoursAgo(int hours) {
        return Instant.now()
                .minus(Duration.ofHours(hours))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static String day(int fromNow) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(fromNow).toString();
    }

    private static List<Integer> figures(JsonNode total, String... names) {
        List<Integer> figures = new ArrayList<>();
        for (String name : names) {
            figures.add(total.path(name).asInt());
        }
        return figures;
    }

    private static String created(Answer answer) {
        assertEquals(201, answer.status(), answer.text());
        return answer.header("Location");
    }

    private static void ok(Answer answer) {
        assertEquals(200, answer.status(), answer.text());
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
