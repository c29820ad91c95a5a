package org.coalition.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.coalition.local.identity.TokenClient;
import org.coalition.local.process.StackFailure;

/** The product's API as the local clients call it; a refusal ends the story. */
final class Api {
    private final Map<String, Partner> partners = new HashMap<>();
    private final String base;
    private final TokenClient tokens;
    private int changes;

    Api(String base, TokenClient tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    /** How many requests changed something. */
    int changes() {
        return changes;
    }

    JsonNode get(String client, String path) {
        return told(client, path, partner -> partner.get(path)).body();
    }

    /** All items of a collection, page after page. */
    List<JsonNode> all(String client, String path) {
        return reached(client, partner -> partner.all(path));
    }

    JsonNode create(String client, String path, JsonNode body) {
        return changed(client, path, partner -> partner.post(path, body));
    }

    /** Does something to a resource as it is now; without a body if that is null. */
    JsonNode act(String client, String resource, String action, JsonNode body) {
        return changed(client, resource + "/" + action, partner -> partner.act(resource, action, body));
    }

    private JsonNode changed(String client, String path, Function<Partner, Answer> request) {
        JsonNode answer = told(client, path, request).body();
        changes++;
        return answer;
    }

    private Answer told(String client, String path, Function<Partner, Answer> request) {
        Answer answer = reached(client, request);
        if (!answer.isSuccess()) {
            throw new Refused(client, path, answer);
        }
        return answer;
    }

    private <T> T reached(String client, Function<Partner, T> request) {
        try {
            return request.apply(partners.computeIfAbsent(client, name -> Partner.of(base, tokens.token(name))));
        } catch (UncheckedIOException e) {
            throw new StackFailure("the story cannot be told: " + e.getMessage(), e);
        }
    }

    /** An answer that says no. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int status;

        Refused(String client, String path, Answer answer) {
            super(path + " as " + client + " answered " + answer.status() + " " + answer.text());
            this.status = answer.status();
        }

        int status() {
            return status;
        }
    }
}
