package org.coalition.initiatives.review;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.details;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.initiativeOf;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.Overseers.DE_MILITARY;
import static org.coalition.initiatives.Overseers.FR_DIPLOMATIC;
import static org.coalition.initiatives.Overseers.US_DIPLOMATIC;
import static org.coalition.initiatives.Overseers.person;
import static org.coalition.initiatives.review.Reviewed.approved;
import static org.coalition.initiatives.review.Reviewed.hash;
import static org.coalition.initiatives.review.Reviewed.refuse;
import static org.coalition.initiatives.review.Reviewed.sign;
import static org.coalition.initiatives.review.Reviewed.submitted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.MeetingsService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewResourceTest {
    @Inject
    Reviews reviews;

    private String initiative;

    @BeforeEach
    void plan() {
        initiative = initiative("COALITION");
    }

    @Test
    void bothSidesApproveOneContent() {
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            String review = submitted(GB, initiative);
            ok(sign(DE_MILITARY, review, "MILITARY"))
                    .then()
                    .body("status", equalTo("IN_REVIEW"))
                    .body("awaiting", contains("DIPLOMATIC"))
                    .body("signOffs[0].party", equalTo("DE"))
                    .body("signOffs[0].valid", equalTo(true));
            ok(sign(FR_DIPLOMATIC, review, "DIPLOMATIC"))
                    .then()
                    .body("status", equalTo("APPROVED"))
                    .body("awaiting", empty())
                    .body("contentChanged", equalTo(false))
                    .body("approvedHash", equalTo(hash(review)));
            for (String event : List.of("submitted", "signed-off", "approved")) {
                topics.awaitEvent("org.coalition.review." + event + ".v1", review);
            }
            sign(US_DIPLOMATIC, review, "DIPLOMATIC").then().statusCode(409).body("state", equalTo("APPROVED"));
            post(GB, initiative + "/reviews", Map.of()).then().statusCode(409);
        }
    }

    @Test
    void oneRefusalReturnsItWithGrounds() {
        String review = submitted(GB, initiative);
        refuse(DE_MILITARY, review, "MILITARY", null)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/grounds"));
        ok(refuse(DE_MILITARY, review, "MILITARY", "No training is planned."))
                .then()
                .body("status", equalTo("RETURNED"))
                .body("statusReason", equalTo("No training is planned."));
        sign(FR_DIPLOMATIC, review, "DIPLOMATIC").then().statusCode(409).body("state", equalTo("RETURNED"));
        String second = submitted(GB, initiative);
        ok(sign(DE_MILITARY, second, "MILITARY"));
        ok(refuse(FR_DIPLOMATIC, second, "DIPLOMATIC", "x")).then().body("status", equalTo("RETURNED"));
    }

    @Test
    void aChangeOfTheContentVoidsWhatWasSigned() {
        String review = submitted(GB, initiative);
        String read = hash(review);
        ok(sign(DE_MILITARY, review, "MILITARY", read));
        String before = etag(DE, review);
        ok(patch(GB, initiative, Map.of("title", "Air and Missile Defense")));
        assertNotEquals(before, etag(DE, review));
        as(DE).get(review)
                .then()
                .body("contentChanged", equalTo(true))
                .body("signOffs[0].valid", equalTo(false))
                .body("awaiting", contains("MILITARY", "DIPLOMATIC"));
        sign(FR_DIPLOMATIC, review, "DIPLOMATIC", read).then().statusCode(409);
        ok(sign(FR_DIPLOMATIC, review, "DIPLOMATIC")).then().body("status", equalTo("IN_REVIEW"));
        ok(sign(DE_MILITARY, review, "MILITARY")).then().body("status", equalTo("APPROVED"));
    }

    @Test
    void whatWasApprovedAndIsAnotherThingNowNoLongerCounts() {
        String review = approved(GB, initiative);
        ok(patch(GB, initiative, Map.of("participants", List.of("US"))));
        as(DE).get(review)
                .then()
                .body("status", equalTo("VOIDED"))
                .body("contentChanged", equalTo(true))
                .body("signOffs.valid", contains(false, false));
        String list = "/v1/reviews?initiativeId=" + id(initiative) + "&status=";
        as(DE).get(list + "APPROVED").then().body("items", empty());
        as(DE).get(list + "VOIDED").then().body("items.id", contains(id(review)));
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            assertEquals(List.of(id(review)), toAnnounce(review));
            reviews.announceVoid(UUID.fromString(id(review)));
            topics.awaitEvent("org.coalition.review.voided.v1", review);
            assertEquals(List.of(), toAnnounce(review));
        }
        String again = submitted(GB, initiative);
        as(DE).get("/v1/reviews?latest=true&initiativeId=" + id(initiative))
                .then()
                .body("items.id", contains(id(again)));
        as(DE).get("/v1/reviews?latest=false&initiativeId=" + id(initiative))
                .then()
                .body("items.id", contains(id(review)));
    }

    private List<String> toAnnounce(String review) {
        return reviews.toAnnounce().stream()
                .map(Object::toString)
                .filter(id(review)::equals)
                .toList();
    }

    @Test
    void whatIsNoMatterOfTheContentVoidsNothing() {
        String review = approved(GB, initiative);
        ok(move(GB, initiative + "/approval", Map.of("approvalReason", "urgent")));
        contribution(FR, initiative);
        as(DE).get(review).then().body("status", equalTo("APPROVED"));
    }

    @Test
    void anEntryInTheLedgerVoidsTheApprovalOfAContribution() {
        String line = contribution(FR, initiative);
        post(GB, line + "/reviews", Map.of()).then().statusCode(403);
        String review = approved(FR, line);
        as(DE).get(review)
                .then()
                .body("status", equalTo("APPROVED"))
                .body("contributionId", equalTo(id(line)))
                .body("initiativeId", equalTo(id(initiative)));
        created(post(FR, line + "/entries", entry("PLEDGE", "1")));
        as(DE).get(review).then().body("status", equalTo("VOIDED"));
        String second = approved(FR, line);
        ok(patch(FR, line, Map.of("description", "other systems")));
        as(DE).get(second).then().body("status", equalTo("VOIDED"));
        as(DE).get("/v1/reviews?subject=CONTRIBUTION&contributionId=" + id(line))
                .then()
                .body("items", hasSize(2));
        as(DE).get("/v1/reviews?subject=INITIATIVE&contributionId=" + id(line))
                .then()
                .body("items", empty());
    }

    @Test
    void whoSubmitsOrRunsItSignsNothing() {
        String review = submitted(GB, initiative);
        sign(person("gb-general", "GB", "overseer-military"), review, "MILITARY")
                .then()
                .statusCode(403);
        sign(person("gb-reader", "DE", "overseer-military"), review, "MILITARY")
                .then()
                .statusCode(403);
        String led = initiativeLedBy("GB", "DE");
        sign(DE_MILITARY, submitted(GB, led), "MILITARY").then().statusCode(403);
        sign(DE_MILITARY, review, "DIPLOMATIC").then().statusCode(403);
        sign(DE, review, "MILITARY").then().statusCode(403);
        as(DE).get(review).then().body("signOffs", empty()).body("status", equalTo("SUBMITTED"));
    }

    @Test
    void oneIsNotBothReviewersByAnyPath() {
        String review = submitted(GB, initiative);
        String both = person("x", "DE", "overseer-military", "overseer-diplomatic");
        ok(sign(both, review, "MILITARY"));
        for (String same :
                List.of(both, person("x", "FR", "overseer-diplomatic"), person("y", "DE", "overseer-diplomatic"))) {
            sign(same, review, "DIPLOMATIC").then().statusCode(403);
        }
        sign(both, review, "MILITARY").then().statusCode(409);
        ok(patch(GB, initiative, Map.of("title", "Another")));
        for (String same : List.of(both, person("y", "DE", "overseer-diplomatic"))) {
            sign(same, review, "DIPLOMATIC").then().statusCode(403);
        }
        ok(sign(person("z", "FR", "overseer-military"), review, "MILITARY"));
        sign(FR_DIPLOMATIC, review, "DIPLOMATIC").then().statusCode(403);
        ok(sign(US_DIPLOMATIC, review, "DIPLOMATIC")).then().body("status", equalTo("APPROVED"));
    }

    @Test
    void whoMayNotKnowOfTheInitiativeMayNotKnowOfItsReview() {
        String secret = initiative("RESTRICTED", "FR");
        String review = submitted(GB, secret);
        String hash = as(FR).get(review).path("contentHash");
        as(DE).get(review).then().statusCode(404);
        as(DE).get(review + "/content").then().statusCode(404);
        sign(DE_MILITARY, review, "MILITARY", hash).then().statusCode(404);
        post(DE, secret + "/reviews", Map.of()).then().statusCode(404);
        as(DE).get("/v1/reviews?initiativeId=" + id(secret)).then().body("items", empty());
        as(FR).get("/v1/reviews?initiativeId=" + id(secret)).then().body("items", hasSize(1));
        String open = submitted(GB, initiative);
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            ok(patch(GB, initiative, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))));
            assertNull(
                    topics.awaitEvent("org.coalition.review.withheld.v1", open).value());
        }
        as(DE).get(open).then().statusCode(404);
    }

    @Test
    void theHashIsOverTheContentThatIsShownAndTellsNothingElse() throws Exception {
        String meeting = MeetingsService.meeting("RESTRICTED", "GB");
        String decision = MeetingsService.decision(meeting, MeetingsService.agendaItem(meeting, 1), "ADOPTED");
        String tied = initiativeOf(decision, "COALITION");
        String review = submitted(GB, tied);
        Response content = as(DE).get(review + "/content");
        String canonical = content.path("canonical");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
        assertEquals(HexFormat.of().formatHex(digest), content.path("contentHash"));
        assertEquals(content.<String>path("contentHash"), as(DE).get(review).path("contentHash"));
        assertEquals("Air Defense Enhancement", content.path("content.title"));
        assertFalse(content.asString().contains(decision));
        content.then().header("ETag", containsString(content.path("contentHash")));
        ok(patch(GB, tied, Map.of("originDecision", MeetingsService.adoptedDecision())));
        as(DE).get(review).then().body("contentHash", not(equalTo(content.<String>path("contentHash"))));
    }

    @Test
    void itsSubmitterWithdrawsIt() {
        String review = submitted(GB, initiative);
        move(FR, review + "/withdrawal", Map.of("reason", "x")).then().statusCode(403);
        post(GB, review + "/withdrawal", Map.of("reason", "x")).then().statusCode(428);
        String seen = etag(GB, review);
        ok(sign(DE_MILITARY, review, "MILITARY"));
        as(GB).header("If-Match", seen)
                .contentType("application/json")
                .body("{\"reason\": \"x\"}")
                .post(review + "/withdrawal")
                .then()
                .statusCode(412);
        ok(move(GB, review + "/withdrawal", Map.of("reason", "It is not ripe.")))
                .then()
                .body("status", equalTo("WITHDRAWN"));
        sign(FR_DIPLOMATIC, review, "DIPLOMATIC").then().statusCode(409).body("state", equalTo("WITHDRAWN"));
        submitted(GB, initiative);
    }

    @Test
    void whatIsNoSignOffIsRefused() {
        String review = submitted(GB, initiative);
        post(DE_MILITARY, review + "/sign-offs", Map.of())
                .then()
                .statusCode(422)
                .body("errors", hasSize(3));
        post(DE_MILITARY, review + "/sign-offs", "{\"side\": \"NAVAL\"}").then().statusCode(400);
        post(DE_MILITARY, review + "/sign-offs", "{\"status\": \"APPROVED\"}")
                .then()
                .statusCode(400);
        sign(DE_MILITARY, review, "MILITARY", "0".repeat(64)).then().statusCode(409);
        sign(DE_MILITARY, review, "MILITARY", "x").then().statusCode(422);
        sign(DE_MILITARY, "/v1/reviews/" + MeetingsService.newId(), "MILITARY", "0".repeat(64))
                .then()
                .statusCode(404);
        post(GB, initiative + "/reviews", Map.of("status", "APPROVED")).then().statusCode(400);
    }

    private static String initiativeLedBy(String... leads) {
        Map<String, Object> details = details("COALITION");
        details.put("leadParties", List.of(leads));
        return created(post(GB, "/v1/initiatives", details));
    }
}
