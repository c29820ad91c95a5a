package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The schemas of events that the services commit. */
final class EventFiles {
    private static final String RESOURCES = "src/main/resources";
    private static final String SUFFIX = ".json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private EventFiles() {}

    static ServiceEvents of(String service) throws IOException {
        Map<String, ObjectNode> files = new TreeMap<>();
        // Those of the webhooks are the gateway's own.
        Path module = service.equals("webhooks") ? Path.of("") : Path.of("..", service + "-service");
        for (Path file : files(module.resolve(RESOURCES))) {
            String name = file.getFileName().toString();
            files.put(name.substring(0, name.length() - SUFFIX.length()), (ObjectNode) JSON.readTree(file.toFile()));
        }
        return new ServiceEvents(files);
    }

    /** What every event says of itself, or what records in topics say beside. */
    static ObjectNode attributes(String name) throws IOException {
        return (ObjectNode) JSON.readTree(
                Path.of("../service-defaults", RESOURCES, "org/coalition/defaults/outbox", name + ".v1" + SUFFIX)
                        .toFile());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getParent().endsWith("events")
                            && file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }
}
