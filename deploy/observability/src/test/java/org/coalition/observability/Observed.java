package org.coalition.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What stands in the rules, their tests, the runbook and the dashboards. */
final class Observed {
    static final List<String> TESTS = List.of("rules-test.yaml", "rules-days-test.yaml");

    private static final Path RUNBOOK = Path.of("../RUNBOOK.md");
    /** The parts about alerts have the name of one; others have words. */
    private static final Pattern PART = Pattern.compile("(?m)^## ((?:[A-Z][a-z]+){2,})$");

    private Observed() {}

    /** By name. */
    static Map<String, JsonNode> alerts() {
        Map<String, JsonNode> alerts = new TreeMap<>();
        each(yaml("rules.yaml"), "groups")
                .flatMap(group -> each(group, "rules"))
                .filter(rule -> rule.has("alert"))
                .forEach(rule -> alerts.put(rule.path("alert").asText(), rule));
        return alerts;
    }

    /** What the tests of the rules expect, each with the alert that it is about. */
    static List<JsonNode> expectations() {
        return TESTS.stream()
                .flatMap(file -> each(yaml(file), "tests"))
                .flatMap(test -> each(test, "alert_rule_test"))
                .toList();
    }

    /** The parts of the runbook that are about alerts, by the anchor that a link has. */
    static Map<String, String> runbook() {
        Map<String, String> parts = new TreeMap<>();
        String text = read(RUNBOOK);
        PART.matcher(text).results().forEach(heading -> {
            int end = text.indexOf("\n## ", heading.end());
            parts.put(
                    heading.group(1).toLowerCase(Locale.ROOT),
                    text.substring(heading.start(), end < 0 ? text.length() : end));
        });
        return parts;
    }

    /** By file. */
    static Map<String, JsonNode> dashboards() {
        Map<String, JsonNode> boards = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("dashboards"))) {
            for (Path file : files.toList()) {
                boards.put(file.getFileName().toString(), new ObjectMapper().readTree(file.toFile()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return boards;
    }

    static Stream<JsonNode> each(JsonNode of, String name) {
        return StreamSupport.stream(of.path(name).spliterator(), false);
    }

    private static JsonNode yaml(String file) {
        try {
            return new YAMLMapper().readTree(read(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
