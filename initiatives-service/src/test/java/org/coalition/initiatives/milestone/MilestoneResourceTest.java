package org.coalition.initiatives.milestone;

import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.details;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.US;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.coalition.initiatives.Plans.met;
import static org.coalition.initiatives.Plans.milestone;
import static org.coalition.initiatives.Plans.milestoneDetails;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coalition.defaults.testing.AtOnce;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.MeetingsService;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MilestoneResourceTest {
    private static final String OPEN = "coalition.initiatives";
    private static final String RESTRICTED = "coalition.initiatives.restricted";

    @Inject
    Milestones milestones;

    @Inject
    OverdueNotice notice;

    @Test
    void aMilestoneIsScheduledAssessedAndTakenBack() {
        try (Topics topics = Topics.fromNow(OPEN)) {
            String initiative = initiative("COALITION");
            String milestone = milestone(initiative, "2999-01-31");
            as(FR).get(milestone)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("initiativeId", equalTo(id(initiative)))
                    .body("status", equalTo("SCHEDULED"))
                    .body("dueOn", equalTo("2999-01-31"))
                    .body("overdue", equalTo(false))
                    .body("next", containsInAnyOrder("MET", "PARTIALLY_MET", "NOT_MET"));
            assertEquals(
                    id(initiative),
                    topics.awaitEvent("org.coalition.milestone.scheduled.v1", milestone)
                            .key());
            ok(move(GB, milestone + "/assessment", met("MET", "2026-01-12")))
                    .then()
                    .body("status", equalTo("MET"))
                    .body("metOn", equalTo("2026-01-12"))
                    .body("evidence", equalTo("Handover report"))
                    .body("next", contains("SCHEDULED"));
            topics.awaitEvent("org.coalition.milestone.met.v1", milestone);
            ok(move(GB, milestone + "/reopening", Map.of("reason", "another battery")))
                    .then()
                    .body("status", equalTo("SCHEDULED"))
                    .body("statusReason", equalTo("another battery"))
                    .body("metOn", equalTo(null))
                    .body("evidence", equalTo(null));
            topics.awaitEvent("org.coalition.milestone.reopened.v1", milestone);
            ok(patch(GB, milestone, Map.of("dueOn", "2999-03-31")))
                    .then()
                    .body("dueOn", equalTo("2999-03-31"))
                    .body("firstDueOn", equalTo("2999-01-31"));
            topics.awaitEvent("org.coalition.milestone.rescheduled.v1", milestone);
        }
    }

    @Test
    void whatBreaksARuleIsRefusedWithItsPlace() {
        String initiative = initiative("COALITION");
        String milestone = milestone(initiative, "2999-01-31");
        String assessment = milestone + "/assessment";
        move(GB, assessment, met("SCHEDULED", "2026-01-12"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/status"));
        move(GB, assessment, met("NOT_MET", "2026-01-12"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/metOn"));
        move(GB, assessment, Map.of("status", "MET", "evidence", "x")).then().statusCode(422);
        move(GB, assessment, Map.of("status", "NOT_MET", "evidence", " "))
                .then()
                .statusCode(422);
        move(GB, assessment, met("MET", "2999-01-01")).then().statusCode(422);
        move(GB, assessment, met("DONE", "2026-01-12")).then().statusCode(400);
        move(GB, milestone + "/reopening", Map.of("reason", "x"))
                .then()
                .statusCode(409)
                .body("state", equalTo("SCHEDULED"));
        post(GB, initiative + "/milestones", "{\"title\": \"x\"}").then().statusCode(422);
        post(GB, initiative + "/milestones", "{\"title\": \"x\", \"dueOn\": \"soon\"}")
                .then()
                .statusCode(400);
        post(GB, initiative + "/milestones", "{\"title\": \"x\", \"dueOn\": \"2026-01-12\", \"status\": \"MET\"}")
                .then()
                .statusCode(400);
        as(GB).contentType("application/json")
                .body(met("MET", "2026-01-12"))
                .post(assessment)
                .then()
                .statusCode(428);
        as(GB).header("If-Match", "\"9\"")
                .contentType("application/json")
                .body(met("MET", "2026-01-12"))
                .post(assessment)
                .then()
                .statusCode(412);
    }

    @Test
    void onlyTheInitiativesLeadPartiesWriteAndOnlyUntilItIsOver() {
        String initiative = initiative("COALITION");
        String milestone = milestone(initiative, "2026-01-31");
        post(FR, initiative + "/milestones", milestoneDetails("2026-01-31"))
                .then()
                .statusCode(403);
        move(FR, milestone + "/assessment", met("MET", "2026-01-12")).then().statusCode(403);
        patch(FR, milestone, Map.of("title", "Ours")).then().statusCode(403);
        ok(move(GB, initiative + "/cancellation", Map.of("reason", "overtaken")));
        move(GB, milestone + "/assessment", met("MET", "2026-01-12"))
                .then()
                .statusCode(409)
                .body("state", equalTo("CANCELLED"));
        post(GB, initiative + "/milestones", milestoneDetails("2026-01-31"))
                .then()
                .statusCode(409);
    }

    @Test
    void anOverdueMilestoneIsSoByTheClockAndAnnouncedOnce() {
        try (Topics topics = Topics.fromNow(OPEN)) {
            String initiative = initiative("COALITION");
            String late = milestone(initiative, "2025-01-31");
            String ahead = milestone(initiative, "2999-01-31");
            as(FR).get(late).then().body("overdue", equalTo(true)).body("daysOverdue", greaterThan(300));
            assertTrue(etag(FR, late).contains("-overdue-"));
            String list = "/v1/milestones?initiativeId=" + id(initiative);
            as(FR).get(list + "&overdue=true").then().body("items.id", contains(id(late)));
            as(FR).get(list + "&overdue=false").then().body("items.id", contains(id(ahead)));
            as(FR).get(list + "&status=MET").then().body("items", equalTo(List.of()));
            as(FR).get(list + "&overdue=maybe").then().statusCode(400);
            announceOverdue();
            topics.awaitEvent("org.coalition.milestone.became-overdue.v1", late);
            String next = milestone(initiative, "2025-02-28");
            announceOverdue();
            topics.awaitEvent("org.coalition.milestone.became-overdue.v1", next);
            as(FR).get(late).then().body("version", equalTo(2));
            as(FR).get(ahead).then().body("version", equalTo(1));
        }
    }

    private void announceOverdue() {
        while (!milestones.toAnnounce().isEmpty()) {
            notice.announceOverdue();
        }
    }

    @Test
    void aMilestoneBelongsToItsInitiativesAudienceByAnyPath() {
        try (Topics topics = Topics.fromNow(OPEN, RESTRICTED)) {
            String initiative = initiative("COALITION");
            String milestone = milestone(initiative, "2999-01-31");
            ok(patch(GB, initiative, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))));
            assertNull(topics.await(message -> message.topic().equals(OPEN)
                            && "org.coalition.milestone.withheld.v1".equals(Topics.header(message, "ce_type"))
                            && milestone.equals(Topics.header(message, "ce_subject")))
                    .value());
            as(US).get(milestone).then().statusCode(404);
            as(US).get(milestone + "/slip").then().statusCode(404);
            as(US).header("If-Match", "*")
                    .contentType("application/json")
                    .body(met("MET", "2026-01-12"))
                    .post(milestone + "/assessment")
                    .then()
                    .statusCode(404);
            post(US, initiative + "/milestones", milestoneDetails("2026-01-31"))
                    .then()
                    .statusCode(404);
            as(US).get("/v1/milestones?limit=200").then().body("items.id", not(hasItem(id(milestone))));
            as(US).get("/v1/milestones?initiativeId=" + id(initiative)).then().body("items", equalTo(List.of()));
            as(FR).get(milestone).then().statusCode(200);
        }
    }

    @Test
    void whatAMilestoneWaitsForIsToldToWhomMayKnowOfIt() {
        try (Topics topics = Topics.fromNow(OPEN)) {
            String secret = milestone(initiative("RESTRICTED", "FR"), "2999-01-31");
            String milestone = milestone(initiative("COALITION"), "2999-02-28", secret);
            as(FR).get(milestone).then().body("dependsOn.milestoneId", contains(id(secret)));
            as(FR).get("/v1/milestones?dependsOn=" + id(secret)).then().body("items.id", contains(id(milestone)));
            as(US).get(milestone).then().body("dependsOn", equalTo(List.of()));
            as(US).get("/v1/milestones?dependsOn=" + id(secret)).then().body("items", equalTo(List.of()));
            assertFalse(topics.awaitEvent("org.coalition.milestone.scheduled.v1", milestone)
                    .value()
                    .contains(id(secret)));
            as(US).get(secret).then().statusCode(404);
            String tag = etag(US, milestone);
            ok(patch(GB, secret, Map.of("dueOn", "2999-02-01")));
            as(FR).header("If-None-Match", tag)
                    .get(milestone)
                    .then()
                    .statusCode(200)
                    .body("dependsOn.dueOn", contains("2999-02-01"));
        }
    }

    @Test
    void aDependencyThatOneMayNotSeeIsRefusedAsOneOnNothing() {
        MeetingsService.registerParties();
        Map<String, Object> details = details("RESTRICTED");
        details.put("leadParties", List.of("FR"));
        String hidden = created(post(
                FR, created(post(FR, "/v1/initiatives", details)) + "/milestones", milestoneDetails("2999-01-31")));
        String initiative = initiative("COALITION");
        for (String unknown : List.of(id(hidden), MeetingsService.newId())) {
            post(GB, initiative + "/milestones", milestoneDetails("2999-01-31", "/" + unknown))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/dependsOn/0"))
                    .body("errors.code", contains("unknown-milestone"));
        }
    }

    @Test
    void whoMayNotKnowOfADependencyDoesNotEditItAway() {
        String secret = milestone(initiative("RESTRICTED"), "2999-01-31");
        String initiative = initiative("COALITION");
        String milestone = milestone(initiative, "2999-02-28", secret);
        ok(patch(GB, initiative, Map.of("leadParties", List.of("FR", "GB"))));
        ok(patch(FR, milestone, Map.of("dependsOn", List.of()))).then().body("dependsOn", equalTo(List.of()));
        as(GB).get(milestone).then().body("dependsOn.milestoneId", contains(id(secret)));
        ok(patch(GB, milestone, Map.of("dependsOn", List.of()))).then().body("dependsOn", equalTo(List.of()));
    }

    @Test
    void aCircleIsRefusedHoweverLongAndAcrossInitiatives() {
        String first = milestone(initiative("COALITION"), "2999-01-31");
        String second = milestone(initiative("COALITION"), "2999-02-28", first);
        String third = milestone(initiative("COALITION"), "2999-03-31", second);
        for (String behind : List.of(first, second, third)) {
            patch(GB, first, Map.of("dependsOn", List.of(id(behind))))
                    .then()
                    .statusCode(422)
                    .body("errors[0].code", equalTo("circle"));
        }
        ok(patch(GB, third, Map.of("dependsOn", List.of(id(first)))));
    }

    /** Each edit alone is right; all of them together would go round. */
    @Test
    void editsThatCloseACircleTogetherAreNotAllMade() throws Exception {
        for (int round = 0; round < 4; round++) {
            String initiative = initiative("COALITION");
            List<String> ring = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                ring.add(milestone(i % 2 == 0 ? initiative : initiative("COALITION"), "2999-01-31"));
            }
            List<Callable<Integer>> edits = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String from = ring.get(i);
                String to = id(ring.get((i + 1) % 4));
                edits.add(
                        () -> patch(GB, from, Map.of("dependsOn", List.of(to))).statusCode());
            }
            List<Integer> statuses = AtOnce.atOnce(edits);
            assertEquals(3, Collections.frequency(statuses, 200), statuses.toString());
            assertTrue(
                    statuses.stream().allMatch(status -> List.of(200, 412, 422).contains(status)), "" + statuses);
            long tied = ring.stream()
                    .filter(milestone -> !as(GB).get(milestone)
                            .<List<Object>>path("dependsOn")
                            .isEmpty())
                    .count();
            assertEquals(3, tied);
        }
    }

    @Test
    void ofManyAssessmentsFromOneVersionOneIsMade() throws Exception {
        String milestone = milestone(initiative("COALITION"), "2999-01-31");
        String seen = etag(GB, milestone);
        List<Integer> statuses = AtOnce.atOnce(Collections.nCopies(8, () -> as(GB).header("If-Match", seen)
                .contentType("application/json")
                .body(met("PARTIALLY_MET", "2026-01-12"))
                .post(milestone + "/assessment")
                .statusCode()));
        assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
        assertEquals(7, Collections.frequency(statuses, 412), statuses.toString());
    }
}
