package org.coalition.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/**
 * What the API answered, a refusal included.
 *
 * @param body what was read of it as JSON; a missing node if it is none
 */
public record Answer(int status, HttpHeaders headers, String text, JsonNode body) {
    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body(), json(response.body()));
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The header's first value; an empty text without one. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** A text of the body; an empty one if it is not there. */
    public String text(String property) {
        return body.path(property).asText("");
    }

    private static JsonNode json(String text) {
        try {
            return Partner.JSON.readTree(text);
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }
}
