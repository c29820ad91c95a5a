package org.coalition.meetings.agenda;

import static org.coalition.defaults.testing.AtOnce.atOnce;
import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.delegation;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.etag;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Items below items, what they take of the time, and their papers. */
@QuarkusTest
class AgendaTreeTest {
    private static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Test
    void subItemsAreNumberedBelowTheirItemAndMoveWithIt() {
        String meeting = convened("COALITION");
        String first = agendaItem(meeting, "first");
        String second = agendaItem(meeting, "second");
        String below = sub(second, "below", 20);
        String deeper = sub(below, "deeper", 15);
        String beside = sub(second, "beside", 10);
        post(GB_CHAIR, deeper + "/sub-items", item("too deep", 5)).then().statusCode(422);
        as(FR).get(meeting + "/agenda").then().body("items.number", contains("1", "2", "2.1", "2.1.1", "2.2"));
        as(GB_CHAIR)
                .header("If-Match", etag(GB_CHAIR, meeting + "/agenda"))
                .contentType("application/json")
                .body(Map.of("items", List.of(id(beside), id(deeper), id(second), id(first), id(below))))
                .put(meeting + "/agenda-order")
                .then()
                .statusCode(200)
                .body("items.id", contains(id(second), id(beside), id(below), id(deeper), id(first)))
                .body("items.number", contains("1", "1.1", "1.2", "1.2.1", "2"));
    }

    @Test
    void timeBeyondTheSlotIsReportedAndNotRefused() {
        String meeting = convened("COALITION");
        String first = created(post(GB_CHAIR, meeting + "/agenda-items", item("first", 100)));
        sub(first, "within", 30);
        String second = created(post(GB_CHAIR, meeting + "/agenda-items", item("second", 10)));
        sub(second, "longer", 60);
        sub(second, "than it", 50);
        as(FR).get(meeting + "/agenda")
                .then()
                .body("plannedMinutes", equalTo(210))
                .body("slotMinutes", equalTo(180))
                .body("overrunMinutes", equalTo(30));
    }

    @Test
    void papersHaveAnAddressAndAChecksum() {
        String item = agendaItem(convened("COALITION"), "Oversight");
        ok(patch(GB_CHAIR, item, Map.of("papers", List.of(paper("https://example.org/a.pdf", SHA256)))))
                .then()
                .body("papers.sha256", contains(SHA256));
        for (Map<String, String> bad : List.of(
                paper("http://example.org/a.pdf", SHA256),
                paper("javascript:alert(1)", SHA256),
                paper("https://example.org/a b", SHA256),
                paper("https://example.org/a.pdf", "abc"))) {
            patch(GB_CHAIR, item, Map.of("papers", List.of(bad))).then().statusCode(422);
        }
    }

    @Test
    void anItemIsConcludedByHostOrChairOnceTheMeetingHasBegun() {
        String meeting = convened("COALITION");
        delegation(meeting, "FR");
        String item = agendaItem(meeting, "Oversight");
        move(GB_CHAIR, item + "/conclusion").then().statusCode(409).body("state", equalTo("CONVENED"));
        ok(move(GB_CHAIR, meeting + "/opening"));
        move(FR, item + "/conclusion").then().statusCode(403);
        ok(move(GB_CHAIR, item + "/conclusion")).then().body("status", equalTo("CONCLUDED"));
        move(GB_CHAIR, item + "/conclusion").then().statusCode(409).body("state", equalTo("CONCLUDED"));
        patch(GB_CHAIR, item, Map.of("title", "Again")).then().statusCode(409);
    }

    @Test
    void subItemsThatComeTogetherHaveOneNumberEach() throws Exception {
        String meeting = inProgress("COALITION", List.of("FR"));
        String item = agendaItem(meeting, "Oversight");
        List<Integer> codes = atOnce(Collections.nCopies(
                12, () -> post(GB_CHAIR, item + "/sub-items", item("below", 5)).statusCode()));
        assertEquals(Collections.nCopies(12, 201), codes);
        as(FR).get(meeting + "/agenda")
                .then()
                .body(
                        "items.number",
                        hasItems(IntStream.rangeClosed(1, 12)
                                .mapToObj(place -> "1." + place)
                                .toArray(String[]::new)));
    }

    @Test
    void aSubItemIsAddedByThoseWhoMayAddItems() {
        String meeting = convened("COALITION");
        String item = agendaItem(meeting, "Oversight");
        post(US, item + "/sub-items", item("mine", 5)).then().statusCode(403);
        delegation(meeting, "US");
        post(US, item + "/sub-items", item("mine", 5)).then().statusCode(201);
    }

    @CanIgnoreReturnValue
    private static String sub(String item, String title, int minutes) {
        return created(post(GB_CHAIR, item + "/sub-items", item(title, minutes)));
    }

    private static Map<String, Object> item(String title, int minutes) {
        return Map.of("kind", "DISCUSSION", "title", title, "durationMinutes", minutes);
    }

    private static Map<String, String> paper(String url, String sha256) {
        return Map.of("title", "Paper", "url", url, "sha256", sha256);
    }
}
