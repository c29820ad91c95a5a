package org.coalition.meetings.meeting;

import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.draft;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.ok;
import static org.coalition.meetings.MeetingsDriver.FR;
import static org.coalition.meetings.MeetingsDriver.GB_CHAIR;
import static org.coalition.meetings.MeetingsDriver.US;
import static org.coalition.meetings.MeetingsDriver.US_CHAIR;
import static org.coalition.meetings.MeetingsDriver.anonymous;
import static org.coalition.meetings.MeetingsDriver.as;
import static org.coalition.meetings.MeetingsDriver.move;
import static org.coalition.meetings.MeetingsDriver.patch;
import static org.coalition.meetings.MeetingsDriver.post;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coalition.defaults.testing.Topics;
import org.coalition.meetings.MeetingsDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may know of a meeting, by HTTP and by the topics. */
@QuarkusTest
class MeetingDisclosureTest {
    private static final String OPEN = "coalition.meetings";
    private static final String RESTRICTED = "coalition.meetings.restricted";

    @BeforeEach
    void parties() {
        MeetingsDriver.registerParties();
    }

    @Test
    void aDraftIsKnownToHostAndChairOnlyAndItsEventsGoToTheRestrictedTopicOnly() {
        try (Topics topics = Topics.fromNow(OPEN, RESTRICTED)) {
            String meeting = draft("PUBLIC");
            as(FR).get(meeting).then().statusCode(404);
            anonymous().get(meeting).then().statusCode(404);
            as(FR).get("/v1/meetings?limit=200").then().body("items.id", not(hasItem(id(meeting))));
            as(GB_CHAIR).get(meeting).then().statusCode(200);

            ok(move(GB_CHAIR, meeting + "/convening"));
            ConsumerRecord<String, String> convened = topics.awaitEvent("org.coalition.meeting.convened.v1", meeting);
            assertEquals(OPEN, convened.topic());
            assertEquals("true", Topics.header(convened, "ce_sequencestart"));
            assertEquals("2", Topics.header(convened, "ce_sequence"));
            assertEquals(id(meeting), convened.key());
            assertEquals(
                    RESTRICTED,
                    topics.awaitEvent("org.coalition.meeting.drafted.v1", meeting)
                            .topic());
            anonymous().get(meeting).then().statusCode(200);
        }
    }

    @Test
    void aMeetingThatNarrowsIsWithheldFromTheOpenTopicWithAllThatBelongsToIt() {
        try (Topics topics = Topics.fromNow(OPEN, RESTRICTED)) {
            String meeting = convened("COALITION");
            String item = agendaItem(meeting, "US coordination");
            ok(patch(GB_CHAIR, meeting, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))));

            assertNull(topics.awaitEvent("org.coalition.meeting.withheld.v1", meeting)
                    .value());
            ConsumerRecord<String, String> withheld =
                    topics.await(message -> message.topic().equals(OPEN)
                            && item.equals(Topics.header(message, "ce_subject"))
                            && message.value() == null);
            assertEquals("org.coalition.agenda-item.withheld.v1", Topics.header(withheld, "ce_type"));
            assertNotNull(topics.await(message -> message.topic().equals(RESTRICTED)
                    && item.equals(Topics.header(message, "ce_subject"))
                    && message.value() != null));
            as(US).get(meeting).then().statusCode(404);
            as(US).get(item).then().statusCode(404);
            as(FR).get(item).then().statusCode(200).header("ETag", "\"2\"");

            ok(patch(GB_CHAIR, meeting, Map.of("visibility", "COALITION")));
            ConsumerRecord<String, String> disclosed =
                    topics.awaitEvent("org.coalition.agenda-item.disclosed.v1", item);
            assertEquals(OPEN, disclosed.topic());
            assertEquals("true", Topics.header(disclosed, "ce_sequencestart"));
            as(US).get(item).then().statusCode(200);
        }
    }

    @Test
    void whatAPartyMayNotSeeDoesNotExistForItByAnyPath() {
        String meeting = convened("RESTRICTED", "FR");
        String[] reads = {"", "/agenda", "/delegations"};
        for (String read : reads) {
            as(FR).get(meeting + read).then().statusCode(200);
            as(US).get(meeting + read).then().statusCode(404);
            anonymous().get(meeting + read).then().statusCode(404);
        }
        as(US).get("/v1/meetings?host=GB&limit=200").then().body("items.id", not(hasItem(id(meeting))));
        as(US_CHAIR)
                .header("If-Match", "\"2\"")
                .post(meeting + "/opening")
                .then()
                .statusCode(404);
        post(US, meeting + "/delegations", Map.of("party", "US")).then().statusCode(404);
    }
}
