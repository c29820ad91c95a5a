package org.coalition.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.Event;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.process.Await;
import org.coalition.local.stack.ServiceProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gateway and receiver die at each place where that would hurt, amid the writes of eight partners: what the receiver's party may know arrives all the same. */
@ExtendWith(Acceptance.class)
class WebhookIT {
    private static final String PARTY = "FR";
    private static final int ROUNDS = Integer.getInteger("fault.rounds");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** With the first two a short run is content: before the queue is written, and when a message has been taken that nobody has noted. */
    private static final List<String> PLACES = List.of(
                    "fanout-before-commit",
                    "delivery-before-record",
                    "fanout-after-commit",
                    "delivery-after-claim",
                    "delivery-after-record")
            .subList(0, ROUNDS > 1 ? 5 : 2);

    private final RunningSet set;
    private final ServiceProcess quick;

    WebhookIT(RunningSet set) {
        this.set = set;
        // As ever, but for times that nobody wants to wait for here.
        this.quick = set.processes()
                .gateway()
                .with("COALITION_DELIVERIES_SCHEDULE", "0s" + ",1s".repeat(60))
                .with("COALITION_ENDPOINTS_PATIENCE", "2s")
                .with("COALITION_DELIVERIES_CLAIM", "3s");
    }

    @AfterEach
    void leaveItAsItWas() {
        quick.kill();
        set.startWhatIsDown();
    }

    @Test
    void everyEventArrivesThroughTheDeathOfGatewayAndReceiver() {
        quick.kill();
        quick.startAndAwait();
        try (WebhookReceiver receiver = WebhookReceiver.registered(set.as("fr-contributor"))) {
            Set<String> before = known();
            try (Load load = Load.on(set, set.stack().gatewayUrl())) {
                for (int i = 0; i < ROUNDS; i++) {
                    for (String place : PLACES) {
                        load.awaitMore(30);
                        dieAt(place + ':' + (3 + 7 * i));
                        receiver.die();
                        load.awaitMore(30);
                        receiver.live();
                    }
                }
                load.awaitMore(20);
                new Evidence(set).holdsAgainst(load.stop());
            }
            Set<String> wanted = known();
            assertTrue(
                    Await.until(PATIENCE, () -> receiver.ids().containsAll(since(before, wanted))),
                    () -> "missing: " + since(receiver.ids(), since(before, wanted)));
            assertEquals(Set.of(), since(known(), receiver.ids()), "nobody told of these");
            assertEquals(List.of(), receiver.refused(), "signatures");
            assertTrue(
                    since(before, wanted).size() > 50 * ROUNDS * PLACES.size(),
                    "only " + since(before, wanted).size() + " events");
            receiver.unregister();
        }
    }

    private void dieAt(String place) {
        quick.kill();
        quick.option("-Dcoalition.crash-point=" + place).start();
        assertTrue(Await.until(PATIENCE, () -> !quick.isRunning()), () -> place + " was never reached");
        quick.startAndAwait();
    }

    /** The ids of all events that the party may know, or could know before. */
    private Set<String> known() {
        return set.events().events().stream()
                .filter(event -> !event.topic().startsWith("coalition.webhooks"))
                .filter(event -> !event.isWithheld())
                .filter(WebhookIT::mayBeKnown)
                .map(event -> event.cloud().getId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean mayBeKnown(Event event) {
        return !event.topic().endsWith(".restricted")
                || lists(event.extension("audience"))
                || lists(event.extension("audiencebefore"));
    }

    private static boolean lists(String audience) {
        return Set.of("PUBLIC", "COALITION").contains(audience)
                || List.of(audience.split(",", -1)).contains(PARTY);
    }

    private static Set<String> since(Set<String> before, Set<String> all) {
        Set<String> more = new TreeSet<>(all);
        more.removeAll(before);
        return more;
    }
}
