package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The examples of the contract: one file for each body of a request, named as its schema or as the one operation it is for. */
final class ExampleFiles {
    private static final Path FOLDER = Path.of("src/main/resources/contract/examples");
    // Amounts keep the digits that they are written with.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private ExampleFiles() {}

    static Map<String, JsonNode> read() throws IOException {
        Map<String, JsonNode> examples = new TreeMap<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            examples.put(
                    name.substring(0, name.lastIndexOf('.')),
                    name.endsWith(".json") ? JSON.readTree(file.toFile()) : TextNode.valueOf(Files.readString(file)));
        }
        return examples;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
