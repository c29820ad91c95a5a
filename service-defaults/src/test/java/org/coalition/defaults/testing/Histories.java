package org.coalition.defaults.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The histories that a service offers, as its contract says. */
public final class Histories {
    private Histories() {}

    /** The resources that have an address of their own and can be changed, but have no history. */
    public static List<String> missing() {
        try {
            JsonNode paths = new ObjectMapper(new YAMLFactory())
                    .readTree(new File("target/openapi/openapi.yaml"))
                    .path("paths");
            return paths.properties().stream()
                    .filter(path -> path.getKey().matches("/v1/[a-z-]+/\\{[a-z]+}")
                            && path.getValue().has("get"))
                    .map(Map.Entry::getKey)
                    .filter(path -> !paths.path(path + "/history").has("get"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
