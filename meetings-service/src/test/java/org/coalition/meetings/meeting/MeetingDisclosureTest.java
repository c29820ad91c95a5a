package org.coalition.meetings.meeting;

import static org.coalition.meetings.Fixtures.agendaItem;
import static org.coalition.meetings.Fixtures.convened;
import static org.coalition.meetings.Fixtures.created;
import static org.coalition.meetings.Fixtures.decision;
import static org.coalition.meetings.Fixtures.delegation;
import static org.coalition.meetings.Fixtures.draft;
import static org.coalition.meetings.Fixtures.id;
import static org.coalition.meetings.Fixtures.inProgress;
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

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    void aMeetingThatNarrowsIsWithheldFromTheOpenTopicWithAllThatBelongsToItAndDisclosedWhenItWidens() {
        try (Topics topics = Topics.fromNow(OPEN, RESTRICTED)) {
            String meeting = inProgress("COALITION", List.of("FR"));
            Map<String, String> all = allOf(meeting);
            ok(patch(GB_CHAIR, meeting, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))));
            all.forEach((path, noun) -> {
                ConsumerRecord<String, String> withheld =
                        topics.await(message -> message.topic().equals(OPEN)
                                && path.equals(Topics.header(message, "ce_subject"))
                                && message.value() == null);
                assertEquals("org.coalition." + noun + ".withheld.v1", Topics.header(withheld, "ce_type"));
                assertEquals(id(meeting), withheld.key());
                ConsumerRecord<String, String> kept = topics.await(message -> message.topic()
                                .equals(RESTRICTED)
                        && path.equals(Topics.header(message, "ce_subject"))
                        && Topics.header(withheld, "ce_sequence").equals(Topics.header(message, "ce_sequence")));
                assertEquals(id(path), JsonPath.from(kept.value()).getString("after.id"));
                as(US).get(path).then().statusCode(404);
                as(FR).get(path).then().statusCode(200);
            });
            ok(move(GB_CHAIR, meeting + "/closing"));
            ok(patch(GB_CHAIR, meeting, Map.of("visibility", "COALITION")));
            all.forEach((path, noun) -> {
                ConsumerRecord<String, String> disclosed =
                        topics.await(message -> message.topic().equals(OPEN)
                                && path.equals(Topics.header(message, "ce_subject"))
                                && "COALITION".equals(Topics.header(message, "ce_dataclassification"))
                                && message.offset() > withheldAt(topics, path));
                assertEquals("true", Topics.header(disclosed, "ce_sequencestart"), path);
                assertEquals(
                        as(US).get(path).jsonPath().getMap(""),
                        JsonPath.from(disclosed.value()).getMap("after"));
            });
            assertNoneBetween(topics, all.keySet());
        }
    }

    @Test
    void aPartyThatIsTakenOffTheListLosesAllThatBelongsToTheMeeting() {
        try (Topics topics = Topics.fromNow(OPEN, RESTRICTED)) {
            String meeting = inProgress("COALITION", List.of("FR"));
            Map<String, String> all = allOf(meeting);
            ok(patch(GB_CHAIR, meeting, Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR", "US"))));
            ok(patch(GB_CHAIR, meeting, Map.of("visibleTo", List.of("FR"))));
            all.forEach((path, noun) -> {
                assertAudience(topics, path, "FR,GB,US", "COALITION");
                ConsumerRecord<String, String> changed = assertAudience(topics, path, "FR,GB", "FR,GB,US");
                String verb = noun.equals("meeting") ? "revised" : "audience-changed";
                assertEquals("org.coalition." + noun + '.' + verb + ".v1", Topics.header(changed, "ce_type"));
                assertEquals(id(path), JsonPath.from(changed.value()).getString("after.id"));
            });
        }
    }

    @Test
    void whatIsClosedToThePublicTellsWhoCouldKnowOfItBefore() {
        try (Topics topics = Topics.fromNow(OPEN, RESTRICTED)) {
            String meeting = inProgress("PUBLIC", List.of("FR"));
            Map<String, String> all = allOf(meeting);
            ok(patch(GB_CHAIR, meeting, Map.of("visibility", "COALITION")));
            all.keySet()
                    .forEach(path -> assertEquals(
                            "COALITION",
                            Topics.header(
                                    topics.await(message -> path.equals(Topics.header(message, "ce_subject"))
                                            && "PUBLIC".equals(Topics.header(message, "ce_audiencebefore"))),
                                    "ce_dataclassification")));
            // A list of parties is for the restricted topic only.
            assertEquals(
                    List.of(),
                    topics.all().stream()
                            .filter(message -> message.topic().equals(OPEN))
                            .filter(message -> Topics.header(message, "ce_audience") != null
                                    || !List.of("null", "PUBLIC", "COALITION")
                                            .contains(String.valueOf(Topics.header(message, "ce_audiencebefore"))))
                            .toList());
        }
    }

    @CanIgnoreReturnValue
    private static ConsumerRecord<String, String> assertAudience(
            Topics topics, String path, String after, String before) {
        return topics.await(message -> message.topic().equals(RESTRICTED)
                && path.equals(Topics.header(message, "ce_subject"))
                && after.equals(Topics.header(message, "ce_audience"))
                && before.equals(Topics.header(message, "ce_audiencebefore"))
                && Long.parseLong(Topics.header(message, "ce_position")) > 0);
    }

    /** A resource of each kind that belongs to this meeting, and the meeting, with their nouns. */
    private static Map<String, String> allOf(String meeting) {
        String decision = decision(meeting, "CONSENSUS");
        String item =
                "/v1/agenda-items/" + as(GB_CHAIR).get(decision).jsonPath().getString("agendaItemId");
        String recommendation = created(post(
                GB_CHAIR,
                item + "/recommendations",
                Map.of("area", "Economy", "focus", "Incentives", "outcomeTarget", "Reconstruction")));
        String delegation = "/v1/delegations/"
                + as(GB_CHAIR).get(meeting + "/delegations").jsonPath().getString("items[0].id");
        return Map.of(
                meeting, "meeting",
                item, "agenda-item",
                decision, "decision",
                recommendation, "recommendation",
                delegation, "delegation");
    }

    private static long withheldAt(Topics topics, String path) {
        return topics.await(message -> message.topic().equals(OPEN)
                        && path.equals(Topics.header(message, "ce_subject"))
                        && message.value() == null)
                .offset();
    }

    /** Whatever came to the open topic about a resource after it was withheld begins it anew. */
    private static void assertNoneBetween(Topics topics, Set<String> paths) {
        Set<String> withheld = new HashSet<>();
        for (ConsumerRecord<String, String> message : topics.all()) {
            String path = Topics.header(message, "ce_subject");
            if (message.topic().equals(OPEN) && paths.contains(path)) {
                if (message.value() == null) {
                    withheld.add(path);
                } else if (withheld.remove(path)) {
                    assertEquals("true", Topics.header(message, "ce_sequencestart"), path);
                }
            }
        }
        assertEquals(Set.of(), withheld);
    }

    @Test
    void whatBelongsToADraftStaysOffTheOpenTopicUntilItIsConvened() {
        try (Topics topics = Topics.fromNow(OPEN, RESTRICTED)) {
            String meeting = draft("PUBLIC");
            String item = agendaItem(meeting, "Secret");
            String delegation = delegation(meeting, "FR");
            ok(patch(GB_CHAIR, item, Map.of("title", "Still secret")));
            for (String path : List.of(item, delegation)) {
                assertEquals(
                        RESTRICTED,
                        topics.await(message -> path.equals(Topics.header(message, "ce_subject")))
                                .topic());
            }
            ok(move(GB_CHAIR, meeting + "/convening"));
            for (String path : List.of(item, delegation)) {
                ConsumerRecord<String, String> first = topics.await(
                        message -> message.topic().equals(OPEN) && path.equals(Topics.header(message, "ce_subject")));
                assertEquals("true", Topics.header(first, "ce_sequencestart"));
                assertEquals(path.equals(item) ? "3" : "2", Topics.header(first, "ce_sequence"));
            }
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
