package org.coalition.initiatives.trace;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.initiativeOf;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.EU;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.anonymous;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.testing.Tokens;
import org.coalition.initiatives.MeetingsService;
import org.coalition.initiatives.delivery.Shipments;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TraceResourceTest {
    /** One of each link, under a meeting and an initiative that are as visible as a test wants. */
    private static final class Chain {
        final String meeting;
        final String item;
        final String decision;
        final String recommendation;
        final String initiative;
        final String line;

        Chain(String ofMeeting, String ofInitiative, String... visibleTo) {
            meeting = MeetingsService.meeting(ofMeeting, visibleTo);
            item = MeetingsService.agendaItem(meeting, 1);
            decision = MeetingsService.decision(meeting, item, "ADOPTED");
            recommendation = MeetingsService.recommendation(meeting, item);
            String path = initiativeOf(decision, ofInitiative, visibleTo);
            initiative = id(path);
            line = id(contribution(FR, path));
        }

        List<String> ofMeetings() {
            return List.of(
                    "/v1/trace/meeting/" + meeting,
                    "/v1/trace/agenda-item/" + item,
                    "/v1/trace/decision/" + decision,
                    "/v1/trace/recommendation/" + recommendation);
        }

        List<String> ofInitiatives() {
            return List.of("/v1/trace/initiative/" + initiative, "/v1/trace/contribution/" + line);
        }
    }

    @Test
    void theChainIsWalkedFromEachLinkInBothDirections() {
        Chain chain = new Chain("COALITION", "COALITION");
        assertWalk(
                "meeting",
                chain.meeting,
                List.of(),
                List.of(chain.item, chain.decision, chain.initiative, chain.line, chain.recommendation));
        assertWalk(
                "agenda-item",
                chain.item,
                List.of(chain.meeting),
                List.of(chain.decision, chain.initiative, chain.line, chain.recommendation));
        assertWalk(
                "decision", chain.decision, List.of(chain.item, chain.meeting), List.of(chain.initiative, chain.line));
        assertWalk("recommendation", chain.recommendation, List.of(chain.item, chain.meeting), List.of());
        assertWalk(
                "initiative",
                chain.initiative,
                List.of(chain.decision, chain.item, chain.meeting),
                List.of(chain.line));
        assertWalk(
                "contribution",
                chain.line,
                List.of(chain.initiative, chain.decision, chain.item, chain.meeting),
                List.of());
    }

    @Test
    void aLinkTellsWhatItIsAndWhereItLives() {
        Chain chain = new Chain("COALITION", "COALITION");
        as(US).get("/v1/trace/contribution/" + chain.line)
                .then()
                .body("type", equalTo("contribution"))
                .body("href", equalTo("/v1/contributions/" + chain.line))
                .body("title", equalTo("FR: SAM systems"))
                .body("origins.type", contains("initiative", "decision", "agenda-item", "meeting"))
                .body(
                        "origins.href",
                        contains(
                                "/v1/initiatives/" + chain.initiative,
                                "/v1/decisions/" + chain.decision,
                                "/v1/agenda-items/" + chain.item,
                                "/v1/meetings/" + chain.meeting))
                .body("origins.status", contains("PIPELINE", "ADOPTED", null, "IN_PROGRESS"))
                .body("truncated", equalTo(false));
    }

    @Test
    void fromADeliveryOrAResultOneCallLeadsBackToTheMeetingWhereItBegan() {
        Chain chain = new Chain("COALITION", "COALITION");
        String line = Shipments.line("/v1/initiatives/" + chain.initiative, 5);
        String delivery = Shipments.planned(line, 2, 30);
        String indicator = created(post(
                GB,
                "/v1/initiatives/" + chain.initiative + "/indicators",
                Map.of(
                        "title",
                        "Intercepted",
                        "expectedOutcome",
                        "Improved airspace control",
                        "measure",
                        "PERCENTAGE",
                        "ascending",
                        true,
                        "baseline",
                        Map.of("on", "2026-01-01", "value", 40),
                        "periods",
                        List.of(Map.of("start", "2026-01-01", "end", "2026-12-31", "target", 90)))));
        as(US).get("/v1/trace/delivery/" + id(delivery))
                .then()
                .body("href", equalTo(delivery))
                .body("title", equalTo("FR to UA: First battery"))
                .body("status", equalTo("READY"))
                .body("origins.type", contains("contribution", "initiative", "decision", "agenda-item", "meeting"))
                .body("origins[0].id", equalTo(id(line)))
                .body("origins[4].id", equalTo(chain.meeting));
        as(US).get("/v1/trace/indicator/" + id(indicator))
                .then()
                .body("title", equalTo("Intercepted"))
                .body("origins.type", contains("initiative", "decision", "agenda-item", "meeting"));
        as(US).get("/v1/trace/contribution/" + id(line)).then().body("follows.id", contains(id(delivery)));
        as(US).get("/v1/trace/initiative/" + chain.initiative)
                .then()
                .body("follows.type", contains("contribution", "contribution", "indicator"))
                .body("follows[1].follows.id", contains(id(delivery)));
        String hidden = Shipments.planned(Shipments.line(initiative("RESTRICTED", "FR", "UA"), 5), 1, 30);
        as(FR).get("/v1/trace/delivery/" + id(hidden)).then().statusCode(200);
        as(US).get("/v1/trace/delivery/" + id(hidden)).then().statusCode(404);
    }

    @Test
    void fromAFindingOneCallLeadsBackToTheMeetingWhereItAllBegan() {
        Chain chain = new Chain("COALITION", "COALITION");
        String onLine = finding("/v1/contributions/" + chain.line);
        String onInitiative = finding("/v1/initiatives/" + chain.initiative);
        as(US).get("/v1/trace/finding/" + id(onLine))
                .then()
                .body("href", equalTo(onLine))
                .body("title", equalTo("Receipts are missing"))
                .body("status", equalTo("OPEN_UNRESOLVED"))
                .body("origins.type", contains("contribution", "initiative", "decision", "agenda-item", "meeting"))
                .body("origins[0].id", equalTo(chain.line))
                .body("origins[4].id", equalTo(chain.meeting));
        as(US).get("/v1/trace/finding/" + id(onInitiative))
                .then()
                .body("origins.type", contains("initiative", "decision", "agenda-item", "meeting"));
        as(US).get("/v1/trace/meeting/" + chain.meeting)
                .then()
                .body("follows[0].follows[0].follows[0].follows.id", contains(chain.line, id(onInitiative)))
                .body("follows[0].follows[0].follows[0].follows[0].follows.id", contains(id(onLine)));
        String hidden = finding(initiative("RESTRICTED", "FR", "DE"));
        as(FR).get("/v1/trace/finding/" + id(hidden)).then().statusCode(200);
        as(US).get("/v1/trace/finding/" + id(hidden)).then().statusCode(404);
    }

    private static String finding(String subject) {
        Map<String, Object> raise = Map.of(
                "owner", "FR",
                "title", "Receipts are missing",
                "description", "Receipts are not matched.",
                "recommendation", "Match them.",
                "severity", "LOW",
                "dueOn", "2030-01-01");
        return created(post(Tokens.of("DE", "reader", "overseer-military"), subject + "/findings", raise));
    }

    @Test
    void anInitiativeWithoutADecisionBeginsItsOwnChain() {
        String initiative = initiative("COALITION");
        as(US).get("/v1/trace/initiative/" + id(initiative))
                .then()
                .statusCode(200)
                .body("origins", hasSize(0));
    }

    @Test
    void anItemThatFewerMayKnowOfShowsNothingToTheOthersNorDoesWhatWasDecidedUnderIt() {
        String meeting = MeetingsService.meeting("COALITION");
        String open = MeetingsService.agendaItem(meeting, 2);
        String secret = MeetingsService.restrictedItem(meeting, null, "FR");
        String below = MeetingsService.restrictedItem(meeting, secret, "FR");
        String decision = MeetingsService.decision(meeting, below, "ADOPTED");
        String initiative = initiativeOf(decision, "COALITION");
        as(FR).get("/v1/trace/meeting/" + meeting)
                .then()
                .body("follows.id", contains(secret, open))
                .body("follows[0].follows.id", contains(below))
                .body("follows[0].follows[0].follows.id", contains(decision));
        as(US).get("/v1/trace/meeting/" + meeting).then().body("follows.id", contains(open));
        for (String link : List.of("agenda-item/" + secret, "agenda-item/" + below, "decision/" + decision)) {
            as(FR).get("/v1/trace/" + link).then().statusCode(200);
            as(US).get("/v1/trace/" + link).then().statusCode(404);
            anonymous().get("/v1/trace/" + link).then().statusCode(404);
        }
        as(US).get(initiative).then().body("originDecision", equalTo(null));
        as(FR).get(initiative).then().body("originDecision", equalTo(decision));
        as(US).get("/v1/trace/initiative/" + id(initiative)).then().body("origins", hasSize(0));
    }

    @Test
    void aRestrictedMeetingShowsNothingToOtherPartiesByAnyLink() {
        Chain chain = new Chain("RESTRICTED", "COALITION", "FR");
        for (String path : chain.ofMeetings()) {
            as(FR).get(path).then().statusCode(200);
            as(US).get(path).then().statusCode(404);
            as(EU).get(path).then().statusCode(404);
            anonymous().get(path).then().statusCode(404);
        }
        for (String path : chain.ofInitiatives()) {
            Response shown = ok(as(US).get(path));
            for (String hidden : List.of(chain.meeting, chain.item, chain.decision, chain.recommendation)) {
                assertFalse(shown.asString().contains(hidden), shown.asString());
            }
            assertTrue(ok(as(FR).get(path)).asString().contains(chain.meeting));
        }
    }

    @Test
    void aMeetingThatWasNotConvenedShowsNothingToOtherPartiesByAnyLink() {
        Chain chain = new Chain("PUBLIC", "PUBLIC");
        MeetingsService.meeting(chain.meeting, 3, false, "PUBLIC");
        for (String path : chain.ofMeetings()) {
            as(GB).get(path).then().statusCode(200);
            as(FR).get(path).then().statusCode(404);
            anonymous().get(path).then().statusCode(404);
        }
        assertFalse(ok(anonymous().get(chain.ofInitiatives().get(1))).asString().contains(chain.meeting));
    }

    @Test
    void aRestrictedInitiativeShowsNothingToOtherPartiesByAnyLink() {
        Chain chain = new Chain("COALITION", "RESTRICTED", "FR");
        for (String path : chain.ofInitiatives()) {
            as(FR).get(path).then().statusCode(200);
            as(US).get(path).then().statusCode(404);
        }
        for (String path : chain.ofMeetings()) {
            Response shown = ok(as(US).get(path));
            assertFalse(shown.asString().contains(chain.initiative), shown.asString());
            assertFalse(shown.asString().contains(chain.line), shown.asString());
            anonymous().get(path).then().statusCode(404);
        }
        assertTrue(ok(as(FR).get(chain.ofMeetings().get(0))).asString().contains(chain.line));
    }

    @Test
    void whatNarrowsVanishesFromTheTracesOfOthersAndComesBackWhenItWidens() {
        Chain chain = new Chain("COALITION", "COALITION");
        String path = chain.ofMeetings().get(2);
        MeetingsService.meeting(chain.meeting, 3, true, "RESTRICTED", "FR");
        as(US).get(path).then().statusCode(404);
        as(FR).get(path).then().statusCode(200);
        MeetingsService.meeting(chain.meeting, 4, true, "COALITION");
        as(US).get(path).then().statusCode(200);
        ok(patch(GB, "/v1/initiatives/" + chain.initiative, Map.of("visibility", "RESTRICTED")));
        as(US).get(path).then().statusCode(200).body("follows", hasSize(0));
        ok(patch(GB, "/v1/initiatives/" + chain.initiative, Map.of("visibility", "PUBLIC")));
        as(US).get(path).then().body("follows.id", contains(chain.initiative));
    }

    @Test
    void aMeetingWithMoreThanIsShownSaysSo() {
        String meeting = MeetingsService.meeting("COALITION");
        List<String> all = MeetingsService.agendaItems(meeting, Bound.MOST + 1);
        Response trace = ok(as(FR).get("/v1/trace/meeting/" + meeting));
        assertEquals(true, trace.path("truncated"));
        assertEquals(all.subList(0, Bound.MOST), trace.path("follows.id"));
    }

    @Test
    void aTypeOrIdThatThereIsNotIsNotFound() {
        Chain chain = new Chain("COALITION", "COALITION");
        for (String path : List.of(
                "meeting/" + chain.decision,
                "decision/" + chain.meeting,
                "initiative/" + chain.line,
                "contribution/" + chain.initiative,
                "party/" + chain.meeting,
                "MEETING/" + chain.meeting,
                "agenda_item/" + chain.item,
                "delegation/" + chain.item,
                "meeting/x",
                "meeting/" + MeetingsService.newId())) {
            as(FR).get("/v1/trace/" + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/not-found"));
        }
    }

    private static void assertWalk(String type, String id, List<String> origins, List<String> follows) {
        Response trace = ok(as(US).get("/v1/trace/" + type + "/" + id));
        assertEquals(id, trace.path("id"));
        assertEquals(origins, trace.path("origins.id"));
        assertEquals(follows, new Ids(trace.path("follows")).all);
    }

    /** The ids of a tree, each before what came of it. */
    private static final class Ids {
        private final List<String> all = new ArrayList<>();

        private Ids(List<Map<String, ?>> nodes) {
            add(nodes);
        }

        @SuppressWarnings("unchecked")
        private void add(List<Map<String, ?>> nodes) {
            nodes.forEach(node -> {
                all.add((String) node.get("id"));
                add((List<Map<String, ?>>) node.get("follows"));
            });
        }
    }
}
