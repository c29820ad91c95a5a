package org.coalition.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The one-machine set for those who have an engine, as engines read it: merged, filled in and checked. */
record Compose(JsonNode model) {
    static final Path FILE = Path.of("compose.yaml");

    static Compose read() throws IOException {
        return read(FILE);
    }

    /** Fails where an engine would, too: unknown fields, names that lead nowhere. */
    static Compose read(Path file) throws IOException {
        Tool.Result result = Tool.COMPOSE.run(file.toString());
        if (result.status() != 0) {
            throw new IOException(file + " is no compose file: " + result.errors());
        }
        return new Compose(new ObjectMapper().readTree(result.output()));
    }

    Map<String, JsonNode> services() {
        return fields(model.path("services"));
    }

    JsonNode service(String name) {
        return model.path("services").required(name);
    }

    /** Names of what it is told by its environment. */
    Map<String, JsonNode> environment(String service) {
        return fields(service(service).path("environment"));
    }

    /** Every file of this project that is mounted somewhere, secrets excepted. */
    Stream<Path> mounted() {
        Stream<String> configs =
                elements(model.path("configs")).map(one -> one.path("file").asText());
        return Stream.concat(configs, binds().filter(source -> !source.contains("/secrets/")))
                .map(Path::of);
    }

    /** Where the secrets of a service are, a file for each. */
    Stream<String> secretFolders() {
        return binds().filter(source -> source.contains("/secrets/"));
    }

    private Stream<String> binds() {
        return services().values().stream()
                .flatMap(service -> elements(service.path("volumes")))
                .filter(volume -> volume.path("type").asText().equals("bind"))
                .map(volume -> volume.path("source").asText());
    }

    static List<String> texts(JsonNode list) {
        return elements(list).map(JsonNode::asText).toList();
    }

    static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static Map<String, JsonNode> fields(JsonNode object) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
