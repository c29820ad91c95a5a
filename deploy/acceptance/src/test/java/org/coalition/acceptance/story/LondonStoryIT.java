package org.coalition.acceptance.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The report of the London meeting, as a partner without a token finds it at the gateway. The tables are the report's. */
@ExtendWith(Acceptance.class)
class LondonStoryIT {
    private static RunningSet set;
    private static Partner partner;
    private static JsonNode meeting;
    private static JsonNode decision;

    @BeforeAll
    static void find(RunningSet running) {
        set = running;
        partner = set.anonymous();
        meeting = one(
                partner.all("/v1/meetings?level=LEADERS&host=GB"),
                "title",
                "London meeting of the leaders of Ukraine, the United Kingdom, France and Germany");
        decision = partner.all("/v1/decisions?meetingId=" + id(meeting)).get(0);
    }

    @Test
    void theMeetingWasHeldByTheFourParties() {
        assertEquals("CLOSED", meeting.path("status").asText());
        assertEquals("London", meeting.path("location").path("city").asText());
        assertEquals(
                List.of("DE", "FR", "GB", "UA"),
                texts(partner.all("/v1/meetings/" + id(meeting) + "/delegations"), "party").stream()
                        .sorted()
                        .toList());
    }

    @Test
    void theAgendaHasTheAspectsWithTheirFocusAreas() {
        List<JsonNode> items =
                list(partner.get("/v1/meetings/" + id(meeting) + "/agenda").body(), "items");

        assertEquals(List.of("1", "2", "3", "4", "5"), texts(items, "position"));
        assertEquals(
                List.of("US Coordination", "Equipment Delivery", "Joint Efforts"),
                texts(items.subList(0, 3), "focusArea"));
    }

    @Test
    void whatWasRecommendedIsFoundByItsWordsInTheWantedOrderAndCutToWhatIsWanted() {
        String list = "/v1/recommendations?meetingId=" + id(meeting);

        assertEquals(List.of("Economic Support"), texts(partner.all(list + "&q=incentive"), "area"));
        List<JsonNode> cut = partner.all(list + "&sort=-id&fields=area");
        assertEquals(List.of("Defense Cooperation", "Economic Support", "Diplomatic Engagement"), texts(cut, "area"));
        assertTrue(
                cut.stream().allMatch(item -> item.size() == 3 && item.has("id") && item.has("version")),
                cut.toString());
    }

    @Test
    void theHistoryOfTheMeetingBeginsForThePublicWhenItBecamePublic() {
        List<JsonNode> history = partner.all("/v1/meetings/" + id(meeting) + "/history");

        assertEquals(
                "org.coalition.meeting.closed.v1", history.get(0).path("action").asText());
        assertTrue(history.stream().noneMatch(change -> change.has("actor")), history.toString());
        assertTrue(history.stream().noneMatch(change -> change.path("version").asInt() == 1), history.toString());
    }

    @Test
    void theThreeRecommendationsAreThoseOfTheReport() {
        List<JsonNode> recommendations = partner.all("/v1/recommendations?meetingId=" + id(meeting));

        assertEquals(
                List.of("Diplomatic Engagement", "Economic Support", "Defense Cooperation"),
                texts(recommendations, "area"));
        assertEquals(
                List.of("Multilateral forums", "Private investment incentives", "Aid delivery coordination"),
                texts(recommendations, "focus"));
        assertEquals(
                List.of(
                        "Consolidate international backing",
                        "Accelerate reconstruction",
                        "Effective frontline support"),
                texts(recommendations, "outcomeTarget"));
    }

    @Test
    void theJointOversightWasAdoptedBySilenceAndIsInTheRegister() {
        assertEquals("ADOPTED", decision.path("status").asText());
        assertEquals("SILENCE", decision.path("adoptionRule").asText());
        assertEquals(decision.path("expiresAt"), decision.path("adoptedAt"));
        assertTrue(decision.path("registerNumber").asText().matches("DEC/\\d{4}/\\d{3}"), decision::toString);
    }

    @Test
    void theInitiativesAreThoseOfTheTwoTables() {
        List<JsonNode> initiatives = partner.all("/v1/initiatives?originDecision=" + id(decision));

        assertEquals(
                List.of(
                        "Diplomatic Engagement: Unified Policy Stance",
                        "Military Support: Enhanced Operational Capability",
                        "Humanitarian Aid: Improved Civilian Protection",
                        "Air Defense Enhancement: Improved airspace control",
                        "Intelligence Sharing: Faster threat detection",
                        "Training Programs: Increased combat readiness",
                        "Cyber Defense: Strengthened digital resilience"),
                initiatives.stream()
                        .map(one -> one.path("title").asText() + ": "
                                + one.path("expectedOutcomes").path(0).asText())
                        .toList());
        assertEquals(
                List.of(
                        "Supply of SAM Systems",
                        "Real-time Data Exchange",
                        "Special Forces Collaboration",
                        "Joint Cybersecurity Exercises"),
                initiatives.subList(3, 7).stream()
                        .map(one -> one.path("supportMeasures").path(0).asText())
                        .toList());
        assertEquals(
                List.of("APPROVED"),
                initiatives.stream()
                        .map(one -> one.path("status").asText())
                        .distinct()
                        .toList());
    }

    @Test
    void whatIsInventedSaysSo() {
        assertTrue(meeting.path("summary").asText().contains("Illustrative"), meeting::toString);
        assertTrue(decision.path("text").asText().contains("Illustrative"), decision::toString);
        for (JsonNode initiative : partner.all("/v1/initiatives?originDecision=" + id(decision))) {
            for (JsonNode line : partner.all("/v1/contributions?initiativeId=" + id(initiative))) {
                assertTrue(line.path("description").asText().startsWith("Illustrative"), line::toString);
            }
        }
    }

    @Test
    void totalsCountWhatIsCommittedAndShowPledgesApart() {
        JsonNode initiative =
                one(partner.all("/v1/initiatives?originDecision=" + id(decision)), "title", "Air Defense Enhancement");
        List<JsonNode> lines = list(
                partner.get("/v1/totals?by=party&initiativeId=" + id(initiative))
                        .body(),
                "items");

        JsonNode money = one(lines, "currency", "EUR");
        assertEquals(
                0, new BigDecimal("60000000").compareTo(money.path("committed").decimalValue()), money::toString);
        assertEquals(
                0, new BigDecimal("100000000").compareTo(money.path("pledged").decimalValue()), money::toString);
        JsonNode goods = one(lines, "unit", "systems");
        assertEquals(0, new BigDecimal("2").compareTo(goods.path("committed").decimalValue()), goods::toString);
    }

    @Test
    void theChainIsWalkedDownFromTheMeetingAndUpFromAPledge() {
        JsonNode down = partner.get("/v1/trace/meeting/" + id(meeting)).body();
        List<String> found = down.findValuesAsText("href");
        assertTrue(found.contains("/v1/decisions/" + id(decision)), down::toString);

        List<JsonNode> lines = partner.all("/v1/initiatives?originDecision=" + id(decision)).stream()
                .flatMap(initiative -> partner.all("/v1/contributions?initiativeId=" + id(initiative)).stream())
                .toList();
        assertTrue(lines.size() >= 5, lines::toString);
        for (JsonNode line : lines) {
            assertTrue(found.contains("/v1/contributions/" + id(line)), down::toString);
            JsonNode up = partner.get("/v1/trace/contribution/" + id(line)).body();
            assertEquals(
                    List.of("initiative", "decision", "agenda-item", "meeting"), texts(list(up, "origins"), "type"));
            assertEquals(id(meeting), up.path("origins").path(3).path("id").asText());
        }
    }

    @Test
    void tellingTheStoryAgainChangesNothing() {
        int before = set.events().events().size();

        assertEquals("is there", set.tellStory());

        assertEquals(before, set.events().events().size());
    }

    @Test
    void theContractIsServedInBothForms() {
        Answer yaml = partner.get("/openapi");
        Answer json = partner.get("/openapi?format=json");

        assertTrue(yaml.text().startsWith("openapi: \"3.1"), yaml::text);
        assertTrue(json.body().path("paths").has("/v1/trace/{type}/{id}"), json::text);
        assertFalse(yaml.text().contains("localhost:808"), "the contract names an address of this machine");
    }

    private static JsonNode one(List<JsonNode> nodes, String property, String value) {
        return nodes.stream()
                .filter(node -> value.equals(node.path(property).asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + property + " " + value + " in " + nodes));
    }

    private static List<String> texts(List<JsonNode> nodes, String property) {
        return nodes.stream().map(node -> node.path(property).asText()).toList();
    }

    private static List<JsonNode> list(JsonNode node, String property) {
        return StreamSupport.stream(node.path(property).spliterator(), false).toList();
    }

    private static String id(JsonNode node) {
        return node.path("id").asText();
    }
}
