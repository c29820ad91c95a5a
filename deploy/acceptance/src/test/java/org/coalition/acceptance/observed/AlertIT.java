package org.coalition.acceptance.observed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.MeetingDraft;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.coalition.local.process.Await;
import org.coalition.local.process.Program;
import org.coalition.local.stack.Coalition;
import org.coalition.local.stack.Component;
import org.coalition.local.stack.Folders;
import org.coalition.local.stack.ServiceProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Real faults raise their alerts, and the alerts end with them. It takes as long as the alerts wait, so it is for long runs. */
@ExtendWith(Acceptance.class)
class AlertIT {
    /** An alert of ours waits for five minutes at most, and then is not yet told of. */
    private static final Duration PATIENCE = Duration.ofMinutes(12);

    private final RunningSet set;
    private final Coalition processes;

    AlertIT(RunningSet set) {
        this.set = set;
        this.processes = set.processes();
    }

    @BeforeEach
    void observe() {
        Assumptions.assumeTrue(Integer.getInteger("fault.rounds") > 1, "for long runs");
        Assumptions.assumeTrue(Program.onPath("prometheus"), "no Prometheus");
        processes.observe(Coalition.Progress.silent());
        awaitQuiet();
    }

    @AfterEach
    void leaveItWhole() throws IOException {
        processes.components().forEach(Component::resume);
        set.startWhatIsDown();
        processes.prometheus().stop();
        // What failed within the hour would be told of in the next test as well.
        Folders.delete(set.stack().data().resolve("prometheus"));
    }

    @Test
    void withoutKafkaEventsAreLateAndStreamsDown() {
        processes.kafka().stop();
        write();
        awaitAlerts("EventsAreLate", "NobodyRelays", "StreamsAreDown");
        processes.kafka().startAndAwait();
        awaitQuiet();
    }

    @Test
    void aSilentServiceIsDown() {
        processes.meetings().suspend();
        awaitAlerts("ServiceIsDown");
        processes.meetings().resume();
        awaitQuiet();
    }

    @Test
    void requestsToAKilledServiceFail() {
        Partner anybody = set.anonymous();
        processes.meetings().kill();
        assertTrue(
                Await.until(PATIENCE, () -> {
                    assertEquals(503, anybody.get("/v1/meetings").status());
                    return firing().containsAll(Set.of("ServiceIsDown", "RequestsFail"));
                }),
                () -> "only " + firing());
        processes.meetings().startAndAwait();
        // What is asked of an hour is forgotten slowly.
        assertTrue(Await.until(PATIENCE, () -> !firing().contains("ServiceIsDown")));
    }

    @Test
    void anEventThatIsTooLargeIsParked() throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "coalition.meetings.restricted");
        limit(topic, "500", AlterConfigOp.OpType.SET);
        write();
        awaitAlerts("EventsAreParked");
        limit(topic, "500", AlterConfigOp.OpType.DELETE);
        try (Connection database =
                        DriverManager.getConnection(set.stack().jdbcUrl("meetings"), "meetings", "meetings");
                Statement statement = database.createStatement()) {
            assertTrue(statement.executeUpdate("DELETE FROM outbox_parked") > 0);
        }
        awaitQuiet();
    }

    @Test
    void anEndpointThatHangsIsToldOf() throws Exception {
        ServiceProcess impatient = processes
                .gateway()
                .with("COALITION_ENDPOINTS_PATIENCE", "2s")
                .with("COALITION_DELIVERIES_SCHEDULE", "0s" + ",1s".repeat(1000));
        impatient.stop();
        impatient.startAndAwait();
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.setExecutor(threads);
        endpoint.createContext("/", exchange -> {
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                String origin = exchange.getRequestHeaders().getFirst("WebHook-Request-Origin");
                exchange.getResponseHeaders().set("WebHook-Allowed-Origin", origin);
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            } else {
                Await.until(PATIENCE, () -> end.getCount() == 0);
            }
        });
        endpoint.start();
        try {
            Partner france = set.as("fr-contributor");
            String url = "http://127.0.0.1:" + endpoint.getAddress().getPort() + "/";
            Answer registered = france.post("/v1/webhooks", Map.of("url", url));
            assertEquals(201, registered.status(), registered.text());
            String webhook = registered.header("Location");
            assertTrue(Await.until(
                    PATIENCE, () -> france.get(webhook).text("status").equals("ACTIVE")));
            for (int i = 0; i < 20; i++) {
                write();
            }
            awaitAlerts("WebhooksFail");
            assertEquals(200, france.act(webhook, "closing", null).status());
        } finally {
            end.countDown();
            endpoint.stop(0);
            threads.shutdownNow();
            impatient.stop();
        }
    }

    /** A meeting that France may know of. */
    private void write() {
        Answer drafted = set.as("gb-chair").post("/v1/meetings", MeetingDraft.of("Of which somebody is told"));
        assertEquals(201, drafted.status(), drafted.text());
        Answer convened = set.as("gb-chair").act(drafted.header("Location"), "convening", null);
        assertEquals(200, convened.status(), convened.text());
    }

    private void limit(ConfigResource topic, String bytes, AlterConfigOp.OpType operation) throws Exception {
        try (Admin admin = processes.kafka().admin()) {
            ConfigEntry limit = new ConfigEntry("max.message.bytes", bytes);
            admin.incrementalAlterConfigs(Map.of(topic, List.of(new AlterConfigOp(limit, operation))))
                    .all()
                    .get();
        }
    }

    private void awaitAlerts(String... names) {
        assertTrue(Await.until(PATIENCE, () -> firing().containsAll(Set.of(names))), () -> "only " + firing());
    }

    private void awaitQuiet() {
        assertTrue(Await.until(PATIENCE, () -> firing().isEmpty()), () -> "still " + firing());
    }

    private Set<String> firing() {
        Answer alerts = Partner.anonymous(processes.prometheus().url()).get("/api/v1/alerts");
        return StreamSupport.stream(alerts.body().path("data").path("alerts").spliterator(), false)
                .filter(alert -> alert.path("state").asText().equals("firing"))
                .map(alert -> alert.path("labels").path("alertname").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
