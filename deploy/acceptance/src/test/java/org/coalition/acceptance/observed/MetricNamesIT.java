package org.coalition.acceptance.observed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Partner;
import org.coalition.local.process.Await;
import org.coalition.local.process.Program;
import org.coalition.local.stack.Coalition;
import org.coalition.local.stack.Ports;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An alert on a metric that nobody has is never raised, and a panel of one is empty for ever. */
@ExtendWith(Acceptance.class)
class MetricNamesIT {
    private static final Path OBSERVABILITY =
            Path.of(System.getProperty("coalition.root")).resolve("deploy/observability");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Prometheus' own. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");

    private static final Pattern NOT_NAMES = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(?:by|on|without|ignoring)\\s*\\([^)]*\\)|\\b(?:and|or|unless|bool|offset)\\b");
    private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_:][a-zA-Z0-9_:]*+(?!\\s*\\()");
    private static final Pattern SHOWN = Pattern.compile("(?m)^[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern WITHOUT_UNIT = Pattern.compile("(?m)^# TYPE (\\S+_(?:age|latency|time)) .*");

    private final RunningSet set;

    MetricNamesIT(RunningSet set) {
        this.set = set;
    }

    @Test
    void whatRulesAndDashboardsAskForIsThere() throws IOException {
        JsonNode rules =
                new YAMLMapper().readTree(OBSERVABILITY.resolve("rules.yaml").toFile());
        List<String> queries = new ArrayList<>(rules.findValuesAsText("expr"));
        try (Stream<Path> boards = Files.list(OBSERVABILITY.resolve("dashboards"))) {
            for (Path board : boards.toList()) {
                queries.addAll(new ObjectMapper().readTree(board.toFile()).findValuesAsText("expr"));
            }
        }
        Set<String> asked =
                queries.stream().flatMap(MetricNamesIT::names).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(asked.size() > 40, asked::toString);
        asked.removeAll(OF_PROMETHEUS);
        asked.removeAll(rules.findValuesAsText("record"));
        asked.removeAll(
                SHOWN.matcher(metrics()).results().map(MatchResult::group).collect(Collectors.toSet()));
        assertEquals(Set.of(), asked);
    }

    @Test
    void timesAreInSecondsAndSaySo() {
        assertEquals(
                List.of(),
                WITHOUT_UNIT
                        .matcher(metrics())
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    @Test
    void prometheusIsGivenTheRulesAndAllThree() {
        Assumptions.assumeTrue(Program.onPath("prometheus"), "no Prometheus");
        Coalition processes = set.processes();
        processes.observe(Coalition.Progress.silent());
        Partner prometheus = Partner.anonymous(processes.prometheus().url());
        try {
            assertTrue(
                    Await.until(PATIENCE, () -> prometheus
                            .get("/api/v1/query?query=count(up==1)")
                            .text()
                            .contains("\"3\"")),
                    () -> prometheus.get("/api/v1/targets").text());
            assertTrue(prometheus.get("/api/v1/rules").text().contains("EventsAreLate"));
        } finally {
            processes.prometheus().stop();
        }
    }

    private static Stream<String> names(String query) {
        return NAME.matcher(NOT_NAMES.matcher(query).replaceAll(" ")).results().map(MatchResult::group);
    }

    /** Those of all three. */
    private String metrics() {
        Ports ports = set.stack().ports();
        return Stream.of(ports.gatewayManagement(), ports.meetings(), ports.initiatives())
                .map(port -> Partner.anonymous("http://localhost:" + port)
                        .get("/q/metrics")
                        .text())
                .collect(Collectors.joining("\n"));
    }
}
