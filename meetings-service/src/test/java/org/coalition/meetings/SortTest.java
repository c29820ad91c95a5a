package org.coalition.meetings;

import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SortTest {
    @Test
    void whatComesGoesOrMovesMeanwhileNeitherRepeatsNorHidesOthers() {
        String meeting = inProgress("COALITION", List.of("FR"));
        String item = agendaItem(meeting, "Follow-up");
        String moved = actionItem(item, "Bravo");
        List.of("Delta", "Foxtrot", "Hotel", "Juliett").forEach(title -> actionItem(item, title));
        String list = "/v1/action-items?sort=title&limit=2&meetingId=" + id(meeting);
        JsonPath first = page(list);
        assertEquals(List.of("Bravo", "Delta"), first.getList("items.title"));
        actionItem(item, "Alpha");
        actionItem(item, "Echo");
        actionItem(item, "Delta");
        ok(patch(GB_CHAIR, moved, Map.of("title", "Zulu")));
        JsonPath second = page(list + "&cursor=" + first.getString("next"));
        assertEquals(List.of("Delta", "Echo"), second.getList("items.title"));
        JsonPath third = page(list + "&cursor=" + second.getString("next"));
        assertEquals(List.of("Foxtrot", "Hotel"), third.getList("items.title"));
    }

    @Test
    void whatCannotBeSortedByIsRefusedWithWhatCan() {
        as(GB_CHAIR)
                .get("/v1/meetings?sort=-summary")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("sort"))
                .body("errors[0].code", equalTo("unknown-sort"))
                .body("errors[0].detail", containsString("id, -id, plannedStart, -plannedStart, title, -title"));
    }

    @Test
    void aListThatHasOneOrderOnlyTakesNone() {
        as(GB_CHAIR)
                .get("/v1/decision-register?sort=id")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-parameter"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/meetings?limit=1&cursor=",
                "/v1/meetings?limit=1&sort=title&cursor=",
                "/v1/meetings?limit=1&sort=-plannedStart&cursor=",
                "/v1/meetings?limit=1&sort=plannedStart&level=LEADERS&cursor=",
                "/v1/decisions?limit=1&sort=id&cursor="
            })
    void aCursorBelongsToOneOrderOfOneQuestion(String elsewhere) {
        Fixtures.convened("COALITION");
        Fixtures.convened("COALITION");
        String next = page("/v1/meetings?limit=1&sort=plannedStart").getString("next");
        as(GB_CHAIR)
                .get(elsewhere + next)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("cursor"))
                .body("errors[0].code", equalTo("foreign-cursor"));
        as(GB_CHAIR)
                .get("/v1/meetings?fields=id&limit=2&sort=plannedStart&cursor=" + next)
                .then()
                .statusCode(200);
    }

    private static String actionItem(String item, String title) {
        return created(
                post(GB_CHAIR, item + "/action-items", Map.of("title", title, "owner", "FR", "dueOn", "2099-12-31")));
    }

    private static JsonPath page(String path) {
        return JsonPath.from(
                as(GB_CHAIR).get(path).then().statusCode(200).extract().asString());
    }
}
