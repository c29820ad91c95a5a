package org.coalition.defaults.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The histories that a service offers, as its contract says. */
public final class Histories {
    private Histories() {}

    /** The resources that have an address of their own, but no history. */
    public static List<String> missing() {
        JsonNode paths = paths();
        return having("get", paths)
                .filter(path -> path.matches("/v1/[a-z-]+/\\{[a-z]+}"))
                .filter(path -> !paths.path(path + "/history").has("get"))
                .toList();
    }

    /** The resources that can be deleted, and so would have to leave a tombstone. */
    public static List<String> ended() {
        return having("delete", paths()).toList();
    }

    private static Stream<String> having(String method, JsonNode paths) {
        return paths.properties().stream()
                .filter(path -> path.getValue().has(method))
                .map(Map.Entry::getKey);
    }

    private static JsonNode paths() {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(new File("target/openapi/openapi.yaml"))
                    .path("paths");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
