package org.coalition.gateway.linters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Rule sets for documents like ours, kept by others. */
enum Linter {
    /** Its warnings count as well: it has few, and they have always been faults. */
    REDOCLY("redocly-spectral", "redocly", "lint", "--config=redocly.yaml", "--format=json") {
        @Override
        Stream<Finding> findings(JsonNode report) {
            return stream(report.path("problems"))
                    .map(one -> new Finding(
                            one.path("ruleId").asText(),
                            one.at("/location/0/pointer").asText(),
                            one.path("message").asText()));
        }
    },
    OAS("redocly-spectral", "spectral", "lint", "--ruleset=oas.yaml", "--format=json", "--quiet"),
    OWASP("redocly-spectral", "spectral", "lint", "--ruleset=owasp.js", "--format=json", "--quiet"),
    IBM("ibm", "lint-openapi", "--json", "--errors-only", "--ruleset=errors.js") {
        @Override
        Stream<Finding> findings(JsonNode report) {
            return stream(report.path("error").path("results"))
                    .map(one -> new Finding(
                            one.path("rule").asText(),
                            place(one),
                            one.path("message").asText()));
        }
    };

    private static final int ERROR = 0;

    private final String folder;
    private final String program;
    private final List<String> arguments;

    Linter(String folder, String program, String... arguments) {
        this.folder = folder;
        this.program = program;
        this.arguments = List.of(arguments);
    }

    /**
     * What a linter does not like.
     *
     * @param place the way to it in the document
     */
    record Finding(String rule, String place, String message) {
        @Override
        public String toString() {
            return rule + " at " + place + ": " + message;
        }
    }

    /** Everything that it finds wrong with a document. */
    List<Finding> lint(Path document) {
        List<String> all = Stream.concat(
                        arguments.stream(), Stream.of(document.toAbsolutePath().toString()))
                .toList();
        try {
            String report = new NpmFolder(folder).run(program, all);
            return findings(new ObjectMapper().readTree(report)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(this + " does not report", e);
        }
    }

    /** As Spectral reports. */
    Stream<Finding> findings(JsonNode report) {
        return stream(report)
                .filter(one -> one.path("severity").asInt() == ERROR)
                .map(one -> new Finding(
                        one.path("code").asText(),
                        place(one),
                        one.path("message").asText()));
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static String place(JsonNode finding) {
        return stream(finding.path("path")).map(JsonNode::asText).collect(Collectors.joining("/"));
    }
}
