package org.coalition.gateway.compose;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.coalition.gateway.edge.Target;

/** The query of a request for a composition: what of it goes on to the services as it is, and what only it can read. */
final class Query {
    static final String CURSOR = "cursor";

    private final List<String> parameters;

    private Query(List<String> parameters) {
        this.parameters = parameters;
    }

    static Query of(Target target) {
        return new Query(
                target.query() == null ? List.of() : List.of(target.query().split("&", -1)));
    }

    /** The value of the first parameter of this name, or null. */
    String value(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.startsWith(name + '='))
                .map(parameter -> URLDecoder.decode(parameter.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }

    boolean has(String name) {
        return value(name) != null;
    }

    /** The same for a service, with its own cursor. */
    String with(String cursor) {
        List<String> own = new ArrayList<>();
        parameters.stream()
                .filter(parameter -> !parameter.startsWith(CURSOR + '='))
                .forEach(own::add);
        if (cursor != null) {
            own.add(CURSOR + '=' + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        }
        return own.isEmpty() ? "" : '?' + String.join("&", own);
    }
}
