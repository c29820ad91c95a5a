package org.coalition.acceptance.observed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.Event;
import org.coalition.acceptance.running.MeetingDraft;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.coalition.local.process.Await;
import org.coalition.local.stack.Ports;
import org.coalition.local.stack.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** One request, wherever it has left a trace: answer, problem, event, span and log name it alike. */
@ExtendWith(Acceptance.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TraceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SECRET = "A word of the body that no log may hold";
    private static final String FORGED = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJub2JvZHkifQ.Zm9yZ2Vk";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningSet set;
    private final Collector collector = new Collector();
    private final ServiceProcess meetings;
    private final ServiceProcess gateway;

    /** A gateway and a service beside the others, which tell all there is to tell. */
    TraceIT(RunningSet set) {
        this.set = set;
        List<Integer> ports = Ports.free(2);
        this.meetings = telling(set.processes().meetings().named("meetings-traced", ports.get(0)))
                .option("-Dquarkus.log.category.\"org.hibernate.SQL\".level=DEBUG");
        this.gateway = telling(set.processes().gateway().named("gateway-traced", ports.get(1)))
                .with("COALITION_MEETINGS_URL", "http://localhost:" + ports.get(0))
                .option("-Dquarkus.log.category.\"org.coalition.gateway.edge\".level=DEBUG");
    }

    private ServiceProcess telling(ServiceProcess process) {
        return process.with("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true")
                .with("QUARKUS_OTEL_SDK_DISABLED", "false")
                .with("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                .with("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.url())
                .with("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms");
    }

    @BeforeAll
    void start() {
        Stream.of(meetings, gateway).forEach(ServiceProcess::start);
        Stream.of(meetings, gateway).forEach(ServiceProcess::awaitReady);
    }

    @AfterAll
    void stop() {
        Stream.of(gateway, meetings).forEach(ServiceProcess::stop);
        collector.close();
    }

    @Test
    void answerEventSpansAndLogsNameTheRequestAlike() {
        Partner chair = Partner.of(url(), set.bearer("gb-chair"));
        Answer drafted = chair.post("/v1/meetings", MeetingDraft.of(SECRET));
        assertEquals(201, drafted.status(), drafted.text());
        Trace told = Trace.of(drafted.header("traceparent"));
        Event event = set.awaitEvents(drafted.header("Location"), 1)
                .about(drafted.header("Location"))
                .findFirst()
                .orElseThrow();
        Trace announced = Trace.of(event.extension("traceparent"));
        assertEquals(told.id(), announced.id());
        assertEquals(told.id(), event.extension("correlationid"));
        assertTrue(collector.awaitSpan("gateway", told.id(), told.span()), "the gateway's span");
        assertTrue(collector.awaitSpan("meetings-service", told.id(), announced.span()), "the service's span");
        assertEquals(Set.of(announced.span()), spans(meetings, told.id()));

        Answer refused = chair.post("/v1/meetings", Map.of("title", SECRET, "agreed", true));
        assertEquals(400, refused.status(), refused.text());
        assertEquals(Trace.of(refused.header("traceparent")).id(), refused.text("traceId"));

        Answer unknown = Partner.of(url(), FORGED).get("/v1/meetings");
        assertEquals(401, unknown.status(), unknown.text());
        assertTrue(
                Await.until(
                        PATIENCE, () -> !spans(gateway, unknown.text("traceId")).isEmpty()),
                "the gateway does not say whose token it refused");

        assertEquals(
                List.of(),
                Stream.of(meetings, gateway)
                        .flatMap(TraceIT::lines)
                        .filter(line -> Stream.of(SECRET, FORGED, set.bearer("gb-chair"))
                                .anyMatch(line::contains))
                        .toList());
    }

    @Test
    void withoutACollectorNothingFails() {
        collector.goAway();
        Partner chair = Partner.of(url(), set.bearer("gb-chair"));
        for (int i = 0; i < 200; i++) {
            assertEquals(200, chair.get("/v1/meetings").status());
        }
        collector.comeBack();
        Trace told = Trace.of(chair.get("/v1/meetings").header("traceparent"));
        assertTrue(collector.awaitSpan("gateway", told.id(), told.span()), "the spans of the time after");
    }

    private record Trace(String id, String span) {
        static Trace of(String traceparent) {
            assertTrue(traceparent.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"), traceparent);
            return new Trace(traceparent.substring(3, 35), traceparent.substring(36, 52));
        }
    }

    /** The spans under which a service has logged what it did for this trace. */
    private static Set<String> spans(ServiceProcess service, String trace) {
        return logged(service)
                .filter(line -> trace(line).equals(trace))
                .map(line -> line.path("mdc").path("spanId").asText())
                .collect(Collectors.toSet());
    }

    private static String trace(JsonNode line) {
        return line.path("mdc").path("traceId").asText();
    }

    /** Each line is a JSON object that names its service. */
    private static Stream<JsonNode> logged(ServiceProcess service) {
        return lines(service).map(line -> {
            try {
                JsonNode object = JSON.readTree(line);
                assertFalse(object.path("service").asText().isEmpty(), line);
                return object;
            } catch (JsonProcessingException e) {
                throw new AssertionError("No JSON: " + line, e);
            }
        });
    }

    /** Whole lines that the program itself wrote; the JVM's own words come before. */
    private static Stream<String> lines(ServiceProcess service) {
        try {
            String log = Files.readString(service.log());
            return log.substring(0, log.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> !line.startsWith("NOTE: Picked up"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url() {
        return "http://localhost:" + gateway.port();
    }
}
