package org.coalition.defaults.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The reads that can be cut to some fields, as the contract says. */
public final class SparseAnswers {
    private SparseAnswers() {}

    /** Each with all of its fields, which so are told to be what the server knows: {@code /v1/meetings/ID?fields=chair,createdAt…}. */
    public static List<String> ofContract() {
        List<String> reads = new ArrayList<>();
        try {
            JsonNode contract = new ObjectMapper(new YAMLFactory()).readTree(new File("target/openapi/openapi.yaml"));
            contract.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().at("/get/parameters").forEach(parameter -> {
                        if (parameter.path("name").asText().equals("fields")) {
                            List<String> fields = new ArrayList<>();
                            parameter.at("/schema/items/enum").forEach(field -> fields.add(field.asText()));
                            reads.add(path.getKey()
                                            .replace("{type}", "MEETING")
                                            .replace("{number}", "1")
                                            .replace("{code}", "XX")
                                            .replaceAll("\\{[^}]+}", "01234567-89ab-7cde-8f01-23456789abcd")
                                    + "?fields=" + String.join(",", fields));
                        }
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertTrue(reads.size() > 20, () -> "Next to nothing can be cut to some fields: " + reads);
        return reads;
    }
}
