package org.coalition.gateway.events;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The query of a request for events, read strictly: what is not understood is refused and never passed over. */
final class Asked {
    private static final int MOST_VALUES = 20;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * Reads a raw query.
     *
     * @param query null if there is none
     * @param known the names of its parameters
     */
    static Asked of(String query, Set<String> known) throws BadQuery {
        Asked asked = new Asked();
        if (query != null) {
            for (String parameter : query.split("&", -1)) {
                int equals = parameter.indexOf('=');
                String name = equals < 0 ? parameter : parameter.substring(0, equals);
                if (!known.contains(name)) {
                    throw new BadQuery(
                            name, "unknown", "There is no such parameter here; there are " + sorted(known) + ".");
                }
                String value =
                        equals < 0 ? "" : URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8);
                if (value.isEmpty()) {
                    throw new BadQuery(name, "empty", "The parameter has no value.");
                }
                asked.values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        return asked;
    }

    /** The one value of this parameter; null if it was not given. */
    String one(String name) throws BadQuery {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw new BadQuery(name, "repeated", "The parameter may be given once only.");
        }
        return all.isEmpty() ? null : all.get(0);
    }

    /** All values of this parameter. */
    List<String> all(String name) throws BadQuery {
        List<String> all = values.getOrDefault(name, List.of());
        if (all.size() > MOST_VALUES) {
            throw new BadQuery(name, "too-many", "The parameter may be given " + MOST_VALUES + " times at most.");
        }
        return all;
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
