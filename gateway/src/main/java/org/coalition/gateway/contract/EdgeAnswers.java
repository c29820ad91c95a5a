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
            response.putObject("content")
                    .putObject(Problem.MEDIA_TYPE)
                    .putObject("schema")
                    .put("$ref", ComponentMerge.PREFIX + "schemas/Problem");
            if (responses.putIfAbsent(name, response) != null) {
                throw new ContractMerge.Collision("A service has a response named " + name);
            }
        });
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
    }
}
