package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.coalition.defaults.problem.Problem;
import org.coalition.defaults.problem.ProblemType;

/** The answers that no service gives, but the gateway in front of each: without them a caller meets what the contract denies. */
final class EdgeAnswers {
    private static final Map<String, ProblemType> BY_NAME = new TreeMap<>(Map.of(
            "UriTooLong", ProblemType.URI_TOO_LONG,
            "HeadersTooLarge", ProblemType.HEADERS_TOO_LARGE,
            "BadGateway", ProblemType.BAD_GATEWAY,
            "GatewayTimeout", ProblemType.GATEWAY_TIMEOUT));

    private EdgeAnswers() {}

    /** Adds the answers to {@code components.responses}. */
    static void define(ObjectNode components) {
        ObjectNode responses = components.withObjectProperty("responses");
        BY_NAME.forEach((name, type) -> {
            ObjectNode response =
                    JsonNodeFactory.instance.objectNode().put("description", type.title() + ". " + type.advice());
            ObjectNode media = response.putObject("content").putObject(Problem.MEDIA_TYPE);
            media.putObject("schema").put("$ref", ComponentMerge.PREFIX + "schemas/Problem");
            media.putObject("example")
                    .put("type", type.uri())
                    .put("title", type.title())
                    .put("status", type.status())
                    .put("detail", type.advice())
                    .put("instance", "/v1/meetings")
                    .put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
            if (responses.putIfAbsent(name, response) != null) {
                throw new ContractMerge.Collision("A service has a response named " + name);
            }
        });
        EdgeHeaders.define(components);
    }

    /** Adds them to an operation, where its service does not give them itself. */
    static void add(ObjectNode operation) {
        ObjectNode responses = operation.withObjectProperty("responses");
        BY_NAME.forEach((name, type) -> {
            String status = Integer.toString(type.status());
            if (!responses.has(status)) {
                responses.putObject(status).put("$ref", ComponentMerge.PREFIX + "responses/" + name);
            }
        });
        responses.forEach(EdgeHeaders::add);
    }
}
