package org.coalition.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Partner;
import org.coalition.local.process.Await;
import org.coalition.local.stack.Ports;
import org.coalition.local.stack.ServiceProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Of two gateways the one that reads the events for the webhooks dies amid the writes of eight partners; the other one goes on. */
@ExtendWith(Acceptance.class)
@Tag("soak")
class GatewayLeaderIT {
    private static final String PARTY = "FR";
    private static final int KILLS = Integer.getInteger("fault.rounds") / 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningSet set;
    /** Each with the port of its metrics. */
    private final Map<ServiceProcess, Integer> gateways = new HashMap<>();

    GatewayLeaderIT(RunningSet set) {
        this.set = set;
        List<Integer> ports = Ports.free(3);
        ServiceProcess first = set.processes().gateway();
        quick(first, ports.get(0));
        quick(first.named("gateway-2", ports.get(2)), ports.get(1));
    }

    /** As ever, but for times that nobody wants to wait for here. */
    private void quick(ServiceProcess gateway, int metrics) {
        gateways.put(
                gateway.with("COALITION_DELIVERIES_SCHEDULE", "0s" + ",1s".repeat(60))
                        .with("COALITION_ENDPOINTS_PATIENCE", "2s")
                        .with("COALITION_DELIVERIES_CLAIM", "3s")
                        .with("QUARKUS_MANAGEMENT_PORT", Integer.toString(metrics)),
                metrics);
    }

    @AfterEach
    void leaveItAsItWas() {
        gateways.keySet().forEach(ServiceProcess::kill);
        set.startWhatIsDown();
    }

    @Test
    void whatAWebhookIsToBeToldArrivesAllTheSame() {
        gateways.keySet().parallelStream().forEach(gateway -> {
            gateway.kill();
            gateway.startAndAwait();
        });
        String[] addresses =
                gateways.keySet().stream().map(GatewayLeaderIT::address).toArray(String[]::new);
        try (WebhookReceiver receiver = WebhookReceiver.registered(set.as("fr-contributor"))) {
            ToldEvents told = ToldEvents.from(set);
            try (Load load = Load.on(set, addresses)) {
                for (int i = 0; i < KILLS; i++) {
                    load.awaitMore(60);
                    ServiceProcess leader = awaitLeader();
                    leader.kill();
                    assertTrue(awaitLeader() != leader, "a gateway leads that has been killed");
                    load.awaitMore(60);
                    leader.startAndAwait();
                }
                new Evidence(set).holdsAgainst(load.stop());
            }
            told.assertArrived(receiver, PARTY);
            receiver.unregister();
        }
    }

    private ServiceProcess awaitLeader() {
        AtomicReference<Optional<ServiceProcess>> leader = new AtomicReference<>(Optional.empty());
        assertTrue(
                Await.until(PATIENCE, () -> {
                    leader.set(gateways.keySet().stream().filter(this::leads).findFirst());
                    return leader.get().isPresent();
                }),
                "nobody reads the events");
        return leader.get().orElseThrow();
    }

    private boolean leads(ServiceProcess gateway) {
        try {
            return Partner.anonymous("http://localhost:" + gateways.get(gateway))
                    .get("/q/metrics")
                    .text()
                    .contains("coalition_webhook_leader 1.0");
        } catch (UncheckedIOException dead) {
            return false;
        }
    }

    private static String address(ServiceProcess gateway) {
        return "http://localhost:" + gateway.port();
    }
}
