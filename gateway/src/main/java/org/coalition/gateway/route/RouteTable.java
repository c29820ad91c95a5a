package org.coalition.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The routes: exactly the path templates of the contract. The path sent to a service is put together from the template
 * and the parameters found, each of which is a plain token; the path received goes nowhere.
 */
final class RouteTable {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

    private final Node root = new Node();
    private final Set<String> headers = new TreeSet<>();
    private final List<Route> routes = new ArrayList<>();

    /** A route that fits, and the path for the service. */
    record Match(Route route, String path) {}

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private Node parameter;
        private Route route;
    }

    static RouteTable of(JsonNode contract) {
        RouteTable table = new RouteTable();
        contract.path("paths").properties().forEach(path -> table.add(path.getKey(), path.getValue()));
        contract.path("paths").findParents("in").forEach(table::addHeader);
        contract.path("components").path("parameters").forEach(table::addHeader);
        return table;
    }

    /** All routes, as a test wants to see them. */
    List<Route> routes() {
        return List.copyOf(routes);
    }

    /** The request headers that operations of the contract take, in lower case. */
    Set<String> headers() {
        return Set.copyOf(headers);
    }

    /** The route for this canonical path, or null. A literal segment goes before a parameter. */
    Match match(String path) {
        StringBuilder rebuilt = new StringBuilder(path.length());
        Node node = root;
        int start = 1;
        while (start <= path.length()) {
            int end = path.indexOf('/', start);
            end = end < 0 ? path.length() : end;
            String segment = path.substring(start, end);
            Node next = node.literals.get(segment);
            if (next == null) {
                next = node.parameter;
                if (next == null || !PARAMETER.matcher(segment).matches()) {
                    return null;
                }
            }
            rebuilt.append('/').append(segment);
            node = next;
            start = end + 1;
        }
        return node.route == null ? null : new Match(node.route, rebuilt.toString());
    }

    private void add(String template, JsonNode item) {
        String service = item.path("x-service").textValue();
        if (service == null) {
            throw new IllegalArgumentException("The contract does not say which service answers " + template);
        }
        Set<HttpMethod> methods = new HashSet<>(Set.of(HttpMethod.OPTIONS));
        item.fieldNames().forEachRemaining(name -> {
            if (METHODS.contains(name)) {
                methods.add(HttpMethod.valueOf(name.toUpperCase(Locale.ROOT)));
            }
        });
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        Node node = root;
        for (String segment : template.substring(1).split("/", -1)) {
            node = child(node, segment);
        }
        if (node.route != null) {
            throw new IllegalArgumentException("The contract has two templates for one path: " + template);
        }
        node.route = Route.of(template, service, methods);
        routes.add(node.route);
    }

    private static Node child(Node node, String segment) {
        if (segment.startsWith("{")) {
            if (node.parameter == null) {
                node.parameter = new Node();
            }
            return node.parameter;
        }
        return node.literals.computeIfAbsent(segment, key -> new Node());
    }

    private void addHeader(JsonNode parameter) {
        if ("header".equals(parameter.path("in").textValue())) {
            headers.add(parameter.path("name").asText().toLowerCase(Locale.ROOT));
        }
    }
}
