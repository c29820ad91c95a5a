package org.coalition.gateway.linters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parser that others read our events' contract with has nothing to say against it, not even a warning. */
class AsyncApiTest {
    /** Beyond it is advice, such as to use the version of AsyncAPI that came out last. */
    private static final int WARNING = 1;

    private static final Path CONTRACT = Path.of("src/main/resources/contract/asyncapi.yaml");
    private static final String FAULTY = """
            asyncapi: 3.0.0
            info: {title: Faulty}
            channels: {things: {address: things, messages: {thing: {payload: {type: none}}}}}
            """;

    @Test
    void theEventsAreParsedWithoutAWord() {
        JsonNode report = parse(CONTRACT);
        assertEquals(List.of(), words(report));
        assertTrue(
                report.path("messages").asInt() > 200, report.path("messages").asText());
    }

    @Test
    void aContractWithErrorsIsFoundOut(@TempDir Path folder) throws IOException {
        assertNotEquals(List.of(), words(parse(Files.writeString(folder.resolve("faulty.yaml"), FAULTY))));
    }

    private static JsonNode parse(Path document) {
        return Tools.orGoOnWithout(() -> {
            try {
                return new ObjectMapper()
                        .readTree(new NpmFolder("asyncapi")
                                .node(
                                        "parse.js",
                                        List.of(document.toAbsolutePath().toString())));
            } catch (IOException e) {
                throw new UncheckedIOException("The parser does not report", e);
            }
        });
    }

    private static List<String> words(JsonNode report) {
        return Linter.stream(report.path("diagnostics"))
                .filter(one -> one.path("severity").asInt() <= WARNING)
                .map(one -> one.path("code").asText() + " at " + one.path("path") + ": "
                        + one.path("message").asText())
                .toList();
    }
}
