package org.coalition.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For a person at night: well or not at the top, and each panel says what to look at next. */
class DashboardsTest {
    private static final int COLUMNS = 24;
    /** As many letters of a title as a tile of the top row shows on a screen of 1600. */
    private static final int LEGIBLE = 22;

    private static final String RUNBOOK = "${runbook}#";

    @Test
    void eachPanelHasAUnitAndSaysWhatToLookAtNext() {
        panels().forEach(panel -> {
            String title = panel.path("title").asText();
            assertTrue(panel.path("description").asText().length() > 20, title);
            JsonNode defaults = panel.path("fieldConfig").path("defaults");
            assertFalse(defaults.path("unit").asText().isEmpty(), title);
            assertFalse(panel.path("targets").isEmpty(), title);
            Observed.each(panel, "targets")
                    .forEach(target -> assertEquals(
                            panel.path("type").asText().equals("stat"),
                            target.path("legendFormat").asText().isEmpty(),
                            title));
        });
    }

    @Test
    void theTopRowSaysWellOrNotByColour() {
        List<JsonNode> top = panels(Observed.dashboards().get("coalition.json"))
                .filter(panel -> panel.path("gridPos").path("y").asInt() == 1)
                .toList();
        assertEquals(8, top.size());
        top.forEach(panel -> {
            String title = panel.path("title").asText();
            JsonNode defaults = panel.path("fieldConfig").path("defaults");
            JsonNode steps = defaults.path("thresholds").path("steps");
            assertEquals("stat", panel.path("type").asText());
            assertTrue(steps.size() > 1, title);
            assertTrue(title.length() <= LEGIBLE, () -> title + ": Grafana cuts it off");
            assertTrue(
                    !steps.path(0).path("color").asText().equals("green")
                            || panel.at("/targets/0/expr").asText().endsWith(" or vector(0)")
                            || defaults.at("/mappings/0/options/match").asText().equals("null"),
                    () -> title + ": green for want of data");
        });
    }

    @Test
    void linksLeadToPartsOfTheRunbook() {
        Set<String> parts = Observed.runbook().keySet();
        panels().flatMap(panel -> Observed.each(panel, "links")).forEach(link -> {
            String url = link.path("url").asText();
            assertTrue(url.startsWith(RUNBOOK) && parts.contains(url.substring(RUNBOOK.length())), url);
        });
    }

    @Test
    void noPanelCoversAnother() {
        Observed.dashboards().forEach((file, board) -> {
            Set<String> taken = new HashSet<>();
            Set<Integer> ids = new HashSet<>();
            Observed.each(board, "panels").forEach(panel -> {
                assertTrue(ids.add(panel.path("id").asInt()), file);
                JsonNode place = panel.path("gridPos");
                int right = place.path("x").asInt() + place.path("w").asInt();
                int bottom = place.path("y").asInt() + place.path("h").asInt();
                assertTrue(right <= COLUMNS, file);
                for (int x = place.path("x").asInt(); x < right; x++) {
                    for (int y = place.path("y").asInt(); y < bottom; y++) {
                        assertTrue(taken.add(x + "," + y), panel.path("title").asText());
                    }
                }
            });
        });
    }

    @Test
    void eachQueryIsOneThatPrometheusReads(@TempDir Path folder) throws IOException {
        List<Map<String, String>> queries = panels().flatMap(panel -> Observed.each(panel, "targets"))
                .map(target ->
                        target.path("expr").asText().replace("$job", "any").replace("$instance", "any"))
                .distinct()
                .map(query -> Map.of("record", "query", "expr", query))
                .toList();
        Path rules = folder.resolve("queries.yaml");
        Files.write(
                rules,
                new YAMLMapper()
                        .writeValueAsBytes(Map.of("groups", List.of(Map.of("name", "dashboards", "rules", queries)))));
        Promtool.run("check", "rules", "--lint=none", rules.toString());
    }

    private static Stream<JsonNode> panels() {
        return Observed.dashboards().values().stream().flatMap(DashboardsTest::panels);
    }

    private static Stream<JsonNode> panels(JsonNode board) {
        return Observed.each(board, "panels")
                .filter(panel -> !panel.path("type").asText().equals("row"));
    }
}
