package org.coalition.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.Crowd;
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
    private static final Duration QUIET = Duration.ofSeconds(2);

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
        ToldEvents told = ToldEvents.from(set);
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
            told.assertTold(gb, "GB");
            told.assertTold(fr, "FR");
            told.assertTold(nobody, null);
            assertTrue(gb.connections() > ROUNDS, "never cut off");
            int known = told.countFor("GB");
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

    @Test
    void aCopyMadeOfTheStreamEqualsTheApi() {
        for (String client : List.of("fr-contributor", "eu-reader")) {
            Map<String, JsonNode> copy = copy(set.bearer(client), "1970-01-01T00:00:00Z");
            Partner partner = set.as(client);
            assertTrue(copy.size() > 20, copy.size() + " resources");
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

    /** Until nothing has come for a while: what is read to who begins comes in parts. */
    private static void awaitQuiet(Subscriber subscriber) {
        int[] seen = {0};
        long[] since = {System.nanoTime()};
        Await.until(PATIENCE, () -> {
            int now = subscriber.events().size();
            if (now != seen[0]) {
                seen[0] = now;
                since[0] = System.nanoTime();
            }
            return now > 0 && System.nanoTime() - since[0] > QUIET.toNanos();
        });
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
}
