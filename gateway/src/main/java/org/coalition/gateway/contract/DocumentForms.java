package org.coalition.gateway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.function.Function;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.ProblemType;
import org.coalition.gateway.edge.Exchange;
import org.coalition.gateway.edge.Page;

/** A document as YAML, or as JSON where the query or the Accept header asks for it; with the addresses of the identity server. */
final class DocumentForms implements Page {
    private static final ObjectMapper JSON = new JsonMapper();
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private final Function<IdentityServer.Endpoints, ObjectNode> document;
    private final IdentityServer identityServer;
    private volatile Forms forms;

    /** The two forms, made for these addresses. */
    private record Forms(IdentityServer.Endpoints endpoints, Asset yaml, Asset json) {}

    DocumentForms(Function<IdentityServer.Endpoints, ObjectNode> document, IdentityServer identityServer) {
        this.document = document;
        this.identityServer = identityServer;
    }

    @Override
    public void answer(Exchange exchange) {
        String query = exchange.target().query();
        exchange.request().response().headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (query == null) {
            String accept = exchange.request().getHeader(HttpHeaders.ACCEPT);
            (accept != null && accept.contains("json") ? forms().json() : forms().yaml()).answer(exchange);
        } else if (query.equals("format=json")) {
            forms().json().answer(exchange);
        } else if (query.equals("format=yaml")) {
            forms().yaml().answer(exchange);
        } else {
            exchange.refuse(
                    ProblemType.MALFORMED_REQUEST,
                    "The document takes one query parameter only.",
                    List.of(Fault.in("format", "unknown", "Either 'json' or 'yaml'.")));
        }
    }

    private Forms forms() {
        Forms current = forms;
        IdentityServer.Endpoints endpoints = identityServer.endpoints();
        if (current == null || !current.endpoints().equals(endpoints)) {
            ObjectNode localised = document.apply(endpoints);
            current = new Forms(
                    endpoints,
                    Asset.of("application/yaml", write(YAML, localised)),
                    Asset.of("application/json", write(JSON, localised)));
            forms = current;
        }
        return current;
    }

    private static byte[] write(ObjectMapper mapper, ObjectNode document) {
        try {
            return mapper.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }
}
