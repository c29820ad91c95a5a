package org.coalition.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.Crowd;
import org.coalition.acceptance.running.Event;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.acceptance.running.Subscriber;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.coalition.local.process.Await;
import org.coalition.local.stack.Component;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stream of events at the gateway, while processes are killed and started again. */
@ExtendWith(Acceptance.class)
class EventStreamIT {
    private static final int ROUNDS = Integer.getInteger("fault.rounds");
    private static final int CROWD = Integer.getInteger("stream.crowd");
    private static final long MOST_RESIDENT_KILOBYTES = 700_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningSet set;

    EventStreamIT(RunningSet set) {
        this.set = set;
    }

    @AfterEach
    void leaveItWhole() {
        set.startWhatIsDown();
    }

    /** Three that are looked at closely, and a crowd of which one in ten never reads what it asked for. */
    @Test
    void whoeverComesBackSeesEachEventThatItMaySeeOnceAndInOrder() throws IOException {
        String gateway = set.stack().gatewayUrl();
        Set<String> before = ids(set.events().events());
        try (Subscriber gb = new Subscriber(gateway, set.bearer("gb-chair"), "");
                Subscriber fr = new Subscriber(gateway, set.bearer("fr-contributor"), "");
                Subscriber nobody = new Subscriber(gateway, null, "");
                Crowd crowd = new Crowd(gateway, set.bearer("gb-chair"), CROWD, 10);
                Load load = Load.on(set, gateway)) {
            for (int round = 0; round < ROUNDS; round++) {
                kill(set.processes().gateway());
                load.awaitMore(50);
                kill(set.processes().meetings(), set.processes().initiatives());
                load.awaitMore(100);
            }
            new Evidence(set).holdsAgainst(load.stop());
            List<Event> all = set.events().events().stream()
                    .filter(event -> !before.contains(event.cloud().getId()))
                    .toList();
            int known = assertTold(gb, all, "GB");
            assertTold(fr, all, "FR");
            assertTold(nobody, all, null);
            assertTrue(gb.connections() > ROUNDS, "never cut off");
            crowd.awaitEvents(known);
            assertEquals(Set.of(known), crowd.counts());
            assertEquals(0, crowd.repeated());
            assertTrue(resident() < MOST_RESIDENT_KILOBYTES, resident() + " kB");
            long begin = System.nanoTime();
            set.processes().gateway().stop();
            long took = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
            assertTrue(took < 8, "open streams held up the end of the gateway");
        }
    }

    private void kill(Component... components) {
        List.of(components).forEach(Component::kill);
        set.startWhatIsDown();
    }

    /** Answers how many events the subscriber was to be told, and was. */
    private static int assertTold(Subscriber subscriber, List<Event> all, String party) {
        Set<String> expected = all.stream()
                .filter(event -> !event.isWithheld() && (knows(after(event), party) || knows(before(event), party)))
                .map(event -> event.cloud().getId())
                .collect(Collectors.toCollection(TreeSet::new));
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
        return expected.size();
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

    @Test
    void aCopyMadeOfTheStreamEqualsTheApi() {
        for (String client : List.of("fr-contributor", "eu-reader")) {
            Map<String, JsonNode> copy = copy(set.bearer(client), "1970-01-01T00:00:00Z");
            Partner partner = set.as(client);
            assertTrue(copy.size() > 50, copy.size() + " resources");
            copy.values().stream().skip(Math.max(0, copy.size() - 400)).forEach(event -> {
                String path = event.path("subject").asText();
                Answer shown = partner.get(path);
                if (!event.has("data")) {
                    assertEquals(404, shown.status(), path);
                } else {
                    assertEquals(200, shown.status(), path);
                    assertEquals(event.path("sequence").asText(), shown.text("version"), path);
                    assertEquals(event.at("/data/after/id"), shown.body().path("id"), path);
                }
            });
        }
    }

    @Test
    void aCopyThatBeginsWithWhatIsThereNowIsTheSameAsOneOfAllThatHappened() {
        for (String bearer : new String[] {set.bearer("fr-contributor"), set.bearer("eu-reader"), null}) {
            assertEquals(versions(copy(bearer, "1970-01-01T00:00:00Z")), versions(copy(bearer, "start")));
        }
    }

    /** What is known of at the end, by its path, with its version. */
    private static Map<String, Long> versions(Map<String, JsonNode> copy) {
        Map<String, Long> versions = new TreeMap<>();
        copy.forEach((path, event) -> {
            if (event.has("data")) {
                versions.put(path, event.path("sequence").asLong());
            }
        });
        return versions;
    }

    private Map<String, JsonNode> copy(String bearer, String since) {
        Map<String, JsonNode> copy = new LinkedHashMap<>();
        try (Subscriber subscriber = new Subscriber(set.stack().gatewayUrl(), bearer, since)) {
            awaitQuiet(subscriber);
            subscriber.events().forEach(event -> keep(copy, event));
        }
        return copy;
    }

    private static void keep(Map<String, JsonNode> copy, JsonNode event) {
        copy.merge(
                event.path("subject").asText(),
                event,
                (old, newer) ->
                        newer.path("sequence").asLong() > old.path("sequence").asLong() ? newer : old);
    }

    private static void awaitQuiet(Subscriber subscriber) {
        List<Integer> sizes = new ArrayList<>(List.of(-1));
        Await.until(PATIENCE, () -> {
            int before = sizes.get(sizes.size() - 1);
            sizes.add(subscriber.events().size());
            return sizes.size() > 10 && before == subscriber.events().size();
        });
    }

    @Test
    void withoutABrokerOpenStreamsWaitAndNewOnesAreToldToComeAgain() {
        String gateway = set.stack().gatewayUrl();
        Partner partner = set.as("gb-chair");
        String feed = "/v1/changes?since=1970-01-01T00:00:00Z";
        Set<String> before = ids(set.events().events());
        try (Subscriber open = new Subscriber(gateway, set.bearer("gb-chair"), "");
                Load load = Load.on(set, gateway)) {
            set.processes().kafka().stop();
            assertTrue(
                    Await.until(PATIENCE, () -> partner.get(feed).status() == 503),
                    "the log is away, and nobody says so");
            assertTrue(set.processes().gateway().isReady());
            load.awaitMore(20);
            set.processes().kafka().startAndAwait();
            new Evidence(set).holdsAgainst(load.stop());
            assertTold(
                    open,
                    set.events().events().stream()
                            .filter(event -> !before.contains(event.cloud().getId()))
                            .toList(),
                    "GB");
            assertEquals(1, open.connections());
            assertTrue(Await.until(PATIENCE, () -> partner.get(feed).status() == 200), "the log does not come back");
        }
    }

    private long resident() throws IOException {
        Path status =
                Path.of("/proc", Long.toString(set.processes().gateway().pid().orElseThrow()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> ids(List<Event> events) {
        Set<String> ids = new HashSet<>();
        events.forEach(event -> ids.add(event.cloud().getId()));
        return ids;
    }
}
