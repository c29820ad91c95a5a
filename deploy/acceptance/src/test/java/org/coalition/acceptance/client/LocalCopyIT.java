package org.coalition.acceptance.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.process.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The consumers that partners begin with: killed amid their work, each has a copy in the end that is what the API shows. */
@ExtendWith(Acceptance.class)
class LocalCopyIT {
    private static final Path APP = PartnerProgram.ROOT.resolve("deploy/consumers/target/quarkus-app");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin/java").toString();
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int SOME = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningSet set;

    @TempDir
    private Path folder;

    LocalCopyIT(RunningSet set) {
        this.set = set;
    }

    @Test
    void thatOfKafkasOwnClient() throws IOException {
        assertCopied(
                JAVA,
                "-cp",
                APP.resolve("lib/main") + "/*:" + APP.resolve("app") + "/*",
                "org.coalition.consumer.PlainConsumer",
                folder.resolve("copy").toString());
    }

    @Test
    void thatOfReactiveMessaging() throws IOException {
        assertCopied(JAVA, "-jar", APP.resolve("quarkus-run.jar").toString());
    }

    @Test
    void thatOfTheChangeFeed() throws IOException {
        Path program = PartnerProgram.CLIENTS.resolve("target/typescript/local-copy.js");
        assumeTrue(Files.exists(program), "There was no npm to compile it");
        assertCopied("node", program.toString());
    }

    private void assertCopied(String... command) throws IOException {
        Path output = folder.resolve("output");
        Process first = start(output, command);
        try {
            assertTrue(Await.until(PATIENCE, () -> copies().size() >= SOME), () -> "It takes nothing: " + read(output));
        } finally {
            first.destroyForcibly().onExit().join();
        }
        String initiative = set.as("gb-chair")
                .get("/v1/initiatives?aspect=MILITARY_SUPPORT")
                .body()
                .at("/items/0/id")
                .asText();
        Answer opened = set.as("fr-contributor")
                .post(
                        "/v1/initiatives/" + initiative + "/contributions",
                        Map.of(
                                "track", "MILITARY",
                                "instrument", "GRANT",
                                "currency", "EUR",
                                "description", "Illustrative: while a consumer is away"));
        assertEquals(201, opened.status(), opened::text);
        Process second = start(output, command);
        try {
            Path copy = file(opened.header("Location"));
            assertTrue(
                    Await.until(
                            PATIENCE, () -> Files.exists(copy) && differing().isEmpty()),
                    () -> differing() + read(output));
        } finally {
            second.destroyForcibly().onExit().join();
        }
        assertFalse(read(output).contains("GAP"), () -> read(output));
    }

    private Process start(Path output, String... command) throws IOException {
        ProcessBuilder program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        program.environment().put("BROKERS", set.stack().bootstrapServers());
        program.environment().put("API", set.stack().gatewayUrl());
        program.environment().put("ISSUER", set.stack().issuer());
        program.environment().put("COPY", folder.resolve("copy").toString());
        program.environment().put("COPY_FOLDER", folder.resolve("copy").toString());
        return program.start();
    }

    /** The resources whose copy is not what the API shows to a party. */
    private List<String> differing() {
        List<String> differing = new ArrayList<>();
        for (Path copy : copies()) {
            String path = '/' + copy.getFileName().toString().replace('~', '/');
            String[] lines = read(copy).split("\n", 2);
            if (lines.length == 2 && !lines[1].isEmpty()) {
                Answer shown = set.as("gb-chair").get(path);
                if (!shown.body().equals(LocalCopyIT::compare, json(lines[1]))
                        || !shown.text("version").equals(lines[0])) {
                    differing.add(path);
                }
            }
        }
        return differing;
    }

    /** A number is the same however it is written: JavaScript does not keep the digits. */
    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private List<Path> copies() {
        try (Stream<Path> files = Files.list(Files.createDirectories(folder.resolve("copy")))) {
            return files.filter(file -> file.getFileName().toString().matches("v1~[^.]+"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String path) {
        return folder.resolve("copy").resolve(path.substring(1).replace('/', '~'));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
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
