package org.coalition.acceptance.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.Event;
import org.coalition.acceptance.running.EventLog;
import org.coalition.acceptance.running.PublishedEvents;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a consumer of the topics gets, without any knowledge but the README's. */
@ExtendWith(Acceptance.class)
class EventsIT {
    private static final Set<String> CLASSIFICATIONS = Set.of("PUBLIC", "COALITION", "RESTRICTED");

    private final RunningSet set;

    EventsIT(RunningSet set) {
        this.set = set;
    }

    @Test
    void eachRecordIsAValidCloudEvent() {
        List<Event> events = set.events().events();

        assertTrue(events.size() > 50, () -> "only " + events.size() + " events");
        for (Event event : events) {
            assertTrue(event.cloud().getType().matches("org\\.coalition\\.[a-z-]+\\.[a-z-]+\\.v1"), event::toString);
            assertTrue(
                    event.topic()
                            .startsWith("coalition."
                                    + event.cloud().getSource().toString().substring(1)),
                    event::toString);
            assertTrue(event.subject().startsWith("/v1/"), event::toString);
            assertNotNull(event.cloud().getTime(), event::toString);
            assertTrue(event.sequence() > 0, event::toString);
            assertTrue(event.extension("recordedtime").endsWith("Z"), event::toString);
            assertTrue(event.extension("correlationid").matches("[0-9a-f]{32}"), event::toString);
            assertTrue(event.extension("traceparent").contains(event.extension("correlationid")), event::toString);
            assertTrue(CLASSIFICATIONS.contains(event.extension("dataclassification")), event::toString);
            assertEquals(
                    event.topic().endsWith(".restricted") || event.isWithheld(),
                    event.extension("dataclassification").equals("RESTRICTED"),
                    event::toString);
        }
    }

    @Test
    void eachRecordIsAsTheContractOfTheEventsSays() {
        PublishedEvents contract =
                new PublishedEvents(set.anonymous().get("/asyncapi?format=json").body());
        List<String> faults = set.events().events().stream()
                .flatMap(event -> contract.faults(event).stream())
                .toList();
        assertEquals(List.of(), faults);
    }

    @Test
    void eachMeetingAndInitiativeIsOneOrderedStream() {
        Map<String, Integer> partitions = new HashMap<>();
        for (Event event : set.events().events()) {
            Integer earlier = partitions.putIfAbsent(event.key(), event.partition());
            assertTrue(earlier == null || earlier == event.partition(), event::toString);
            assertEquals(root(event), event.key(), event::toString);
        }
    }

    @Test
    void theRuleOfTheReadmeRebuildsWhatTheApiShows() {
        EventLog open = set.events().open();
        Map<String, Event> last = new HashMap<>();
        open.events().forEach(event -> {
            Event earlier = last.get(event.subject());
            if (earlier == null || event.sequence() > earlier.sequence()) {
                assertTrue(
                        earlier == null
                                || event.sequence() == earlier.sequence() + 1
                                || "true".equals(event.extension("sequencestart")),
                        () -> "a gap before " + event);
                last.put(event.subject(), event);
            }
        });
        Set<String> nouns =
                last.keySet().stream().map(path -> path.split("/", -1)[2]).collect(Collectors.toSet());
        assertTrue(
                nouns.containsAll(Set.of(
                        "parties",
                        "meetings",
                        "delegations",
                        "attendances",
                        "agenda-items",
                        "decisions",
                        "recommendations",
                        "initiatives",
                        "contributions")),
                nouns::toString);
        last.forEach((path, event) -> {
            Answer shown = set.as("gb-chair").get(path);
            if (event.isWithheld()) {
                return;
            }
            assertEquals(200, shown.status(), path);
            assertEquals(Long.toString(event.sequence()), shown.text("version"), path);
            assertEquals(event.after(), shown.body(), path);
        });
    }

    /** A need stands by itself, whatever initiative it is for; all else belongs to a meeting or an initiative, or is one. */
    private static String root(Event event) {
        if (event.isWithheld()) {
            return event.key();
        }
        List<String> roots = event.subject().startsWith("/v1/needs/")
                ? List.of("id")
                : List.of("needId", "meetingId", "initiativeId", "id");
        return roots.stream()
                .map(root -> event.after().path(root).asText())
                .filter(root -> !root.isEmpty())
                .findFirst()
                .orElse(event.key());
    }
}
