package org.coalition.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.coalition.acceptance.running.Event;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.acceptance.running.Subscriber;
import org.coalition.local.process.Await;

/** What the topics got from some moment on, and who was to be told of it, held against what subscribers were told. */
final class ToldEvents {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningSet set;
    private final Set<String> before;

    private ToldEvents(RunningSet set) {
        this.set = set;
        this.before = ids(set.events().events());
    }

    /** From now on; nothing may be written before those who listen do so. */
    static ToldEvents from(RunningSet set) {
        return new ToldEvents(set);
    }

    /** How many events a party is to be told of; null for somebody without one. */
    int countFor(String party) {
        return expected(party).size();
    }

    /** Each event that the party may know came once, and those of a resource in order. */
    void assertTold(Subscriber subscriber, String party) {
        Set<String> expected = expected(party);
        Await.until(PATIENCE, () -> subscriber.events().size() >= expected.size());
        List<JsonNode> told = subscriber.events();
        assertEquals(
                expected,
                told.stream().map(event -> event.path("id").asText()).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(expected.size(), told.size(), "some came twice");
        Map<String, Long> last = new HashMap<>();
        for (JsonNode event : told) {
            long sequence = event.path("sequence").asLong();
            Long earlier = last.put(event.path("subject").asText(), sequence);
            assertTrue(
                    earlier == null || sequence == earlier + 1 || event.has("sequencestart"),
                    () -> event.path("subject") + " goes from " + earlier + " to " + sequence);
        }
    }

    /** Each event that the party may know was taken by its endpoint, and no other. */
    void assertArrived(WebhookReceiver receiver, String party) {
        Set<String> expected = expected(party);
        Await.until(PATIENCE, () -> receiver.ids().containsAll(expected));
        assertEquals(expected, receiver.ids());
        assertEquals(List.of(), receiver.refused(), "signatures");
    }

    private Set<String> expected(String party) {
        List<Event> known = set.events().events().stream()
                .filter(event -> !event.isWithheld() && (knows(after(event), party) || knows(before(event), party)))
                .toList();
        Set<String> expected = ids(known);
        expected.removeAll(before);
        return expected;
    }

    private static String after(Event event) {
        String listed = event.extension("audience");
        return listed.equals("null") ? event.extension("dataclassification") : listed;
    }

    private static String before(Event event) {
        String before = event.extension("audiencebefore");
        return before.equals("null") ? after(event) : before;
    }

    private static boolean knows(String audience, String party) {
        return audience.equals("PUBLIC")
                || party != null
                        && (audience.equals("COALITION")
                                || List.of(audience.split(",", -1)).contains(party));
    }

    private static Set<String> ids(List<Event> events) {
        return events.stream().map(event -> event.cloud().getId()).collect(Collectors.toCollection(TreeSet::new));
    }
}
