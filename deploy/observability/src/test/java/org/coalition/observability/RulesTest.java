package org.coalition.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Set<String> SEVERITIES = Set.of("page", "ticket");

    @Test
    void alertsAreRaisedWhenTheyShouldBeAndOnlyThen() throws IOException {
        Promtool.run("check", "rules", "rules.yaml");
        Promtool.run(Stream.concat(Stream.of("test", "rules"), Observed.TESTS.stream())
                .toArray(String[]::new));
    }

    @Test
    void eachAlertIsTriedWithAndWithoutItsFault() {
        Map<String, Set<Boolean>> tried = new TreeMap<>();
        Observed.expectations().forEach(expected -> tried.computeIfAbsent(
                        expected.path("alertname").asText(), name -> new HashSet<>())
                .add(expected.path("exp_alerts").isEmpty()));
        Set<String> both = tried.entrySet().stream()
                .filter(alert -> alert.getValue().size() == 2)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Observed.alerts().keySet(), both);
    }

    @Test
    void eachAlertLeadsToItsPartOfTheRunbook() {
        Map<String, String> runbook = Observed.runbook();
        Set<String> led = new TreeSet<>();
        Observed.alerts().forEach((name, rule) -> {
            String link = rule.path("annotations").path("runbook").asText();
            assertTrue(link.startsWith("deploy/RUNBOOK.md#"), name);
            String part = link.substring(link.indexOf('#') + 1);
            assertTrue(runbook.getOrDefault(part, "").contains(name), name + " is not told of in " + link);
            led.add(part);
        });
        assertEquals(led, runbook.keySet(), "parts of the runbook that are about an alert");
    }

    @Test
    void eachAlertSaysWhomItWakesAndWhatIsTheMatter() {
        Observed.alerts().forEach((name, rule) -> {
            assertTrue(SEVERITIES.contains(rule.path("labels").path("severity").asText()), name);
            JsonNode summary = rule.path("annotations").path("summary");
            assertTrue(summary.asText().length() > 20, name);
        });
    }
}
