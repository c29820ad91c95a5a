package org.coalition.gateway.linters;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What oasdiff, of the version in {@code go.mod}, holds for a breaking change between two contracts. */
final class Oasdiff {
    private static final Path SOURCE = Path.of("src/test/linters/oasdiff").toAbsolutePath();
    private static final Path PROGRAM =
            Path.of("target/linters/oasdiff/oasdiff").toAbsolutePath();
    private static final Path SEVERITIES = SOURCE.resolve("severity-levels.txt");
    private static final String ERROR = "3";

    private Oasdiff() {}

    /** In words, each with its place. */
    static List<String> breaking(Path released, Path now) {
        try {
            build();
            return compare(released, now);
        } catch (IOException e) {
            throw new UncheckedIOException("oasdiff does not compare them", e);
        }
    }

    private static List<String> compare(Path released, Path now) throws IOException {
        Path report = Files.createTempFile(PROGRAM.getParent(), "oasdiff", ".json");
        int status = Tools.run(
                PROGRAM.getParent(),
                report,
                List.of(
                        PROGRAM.toString(),
                        "breaking",
                        released.toAbsolutePath().toString(),
                        now.toAbsolutePath().toString(),
                        "--format=json",
                        "--severity-levels=" + SEVERITIES));
        if (status != 0) {
            throw new IOException(Tools.complaints(report));
        }
        return Linter.stream(new ObjectMapper().readTree(report.toFile()))
                .filter(one -> one.path("level").asText().equals(ERROR))
                .map(one -> one.path("operation").asText() + " "
                        + one.path("path").asText() + ": " + one.path("text").asText())
                .toList();
    }

    private static void build() throws IOException {
        if (Files.exists(PROGRAM)) {
            return;
        }
        Files.createDirectories(PROGRAM.getParent());
        Path log = PROGRAM.resolveSibling("go.log");
        int status = Tools.run(
                SOURCE,
                log,
                List.of("go", "build", "-mod=readonly", "-o", PROGRAM.toString(), "github.com/oasdiff/oasdiff"));
        if (status != 0) {
            throw new Tools.Missing("Go cannot build oasdiff: " + Tools.complaints(log), null);
        }
    }
}
