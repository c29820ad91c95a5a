package org.coalition.meetings.recommendation;

import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.DE;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecommendationResourceTest {
    private static final Map<String, String> ECONOMIC = Map.of(
            "area", "Economic Support",
            "focus", "Private investment incentives",
            "outcomeTarget", "Accelerate reconstruction",
            "owner", "FR");

    @Test
    void aRecommendationIsAcceptedAndImplementedByItsOwner() {
        String recommendation = proposed("COALITION");
        move(FR, recommendation + "/implementation")
                .then()
                .statusCode(409)
                .body("allowed", contains("ACCEPTED", "REJECTED", "SUPERSEDED"));
        move(FR, recommendation + "/acceptance").then().statusCode(403);
        ok(move(GB_CHAIR, recommendation + "/acceptance"));
        patch(GB_CHAIR, recommendation, Map.of("focus", "x")).then().statusCode(409);
        move(DE, recommendation + "/implementation").then().statusCode(403);
        ok(move(FR, recommendation + "/implementation"));
        ok(move(FR, recommendation + "/completion")).then().body("status", equalTo("IMPLEMENTED"));
    }

    @Test
    void whatTakesItsPlaceMustBeThere() {
        String recommendation = proposed("COALITION");
        move(
                        GB_CHAIR,
                        recommendation + "/supersession",
                        Map.of("reason", "new", "supersededBy", "018f0000-0000-7000-8000-000000000000"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/supersededBy"));
        ok(move(
                        GB_CHAIR,
                        recommendation + "/supersession",
                        Map.of("reason", "new", "supersededBy", id(proposed("COALITION")))))
                .then()
                .body("status", equalTo("SUPERSEDED"))
                .body("statusReason", equalTo("new"));
    }

    @Test
    void aRejectionHasAReason() {
        String recommendation = proposed("COALITION");
        move(GB_CHAIR, recommendation + "/rejection", Map.of("reason", " "))
                .then()
                .statusCode(422);
        ok(move(GB_CHAIR, recommendation + "/rejection", Map.of("reason", "too dear")))
                .then()
                .body("statusReason", equalTo("too dear"));
    }

    @Test
    void theRecommendationsOfARestrictedMeetingStayThere() {
        String recommendation = proposed("RESTRICTED");
        as(US).get(recommendation).then().statusCode(404);
        as(US).get("/v1/recommendations?owner=FR&limit=200").then().body("items.id", not(hasItem(id(recommendation))));
        as(FR).get("/v1/recommendations?owner=FR&limit=200").then().body("items.id", hasItem(id(recommendation)));
    }

    private static String proposed(String visibility) {
        String meeting = inProgress(visibility, List.of("FR"), "FR");
        return created(post(GB_CHAIR, agendaItem(meeting, "Economy") + "/recommendations", ECONOMIC));
    }
}
