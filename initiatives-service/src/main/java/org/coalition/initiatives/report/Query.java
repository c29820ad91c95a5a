package org.coalition.initiatives.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** The query of a link, in the making. */
final class Query {
    private final StringJoiner parameters = new StringJoiner("&");

    /** Adds a parameter; nothing for null. */
    Query and(String name, Object value) {
        if (value != null) {
            parameters.add(name + "="
                    + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8)
                            .replace("+", "%20")
                            .replace("%3A", ":"));
        }
        return this;
    }

    String of(String path) {
        return path + "?" + parameters;
    }
}
