package org.coalition.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coalition.local.identity.TokenClient;
import org.coalition.local.process.StackFailure;

/** The product's API as any partner would call it, with the tokens of the local clients. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final Map<String, String> bearers = new HashMap<>();
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
        return body(send(client, request(path).GET(), path));
    }

    /** All items of a collection, page after page. */
    List<JsonNode> all(String client, String path) {
        List<JsonNode> items = new ArrayList<>();
        String joiner = path.contains("?") ? "&" : "?";
        String cursor = "";
        do {
            JsonNode page = get(client, path + joiner + "limit=200" + cursor);
            page.path("items").forEach(items::add);
            String next = page.path("next").asText("");
            cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return items;
    }

    JsonNode create(String client, String path, JsonNode body) {
        return change(client, request(path), path, body);
    }

    /** Does something to a resource as it is now. */
    JsonNode act(String client, String resource, String action, JsonNode body) {
        String etag = send(client, request(resource).GET(), resource)
                .headers()
                .firstValue("ETag")
                .orElseThrow(() -> new StackFailure("GET " + resource + " answered without an ETag"));
        String path = resource + "/" + action;
        return change(client, request(path).header("If-Match", etag), path, body);
    }

    private JsonNode change(String client, HttpRequest.Builder request, String path, JsonNode body) {
        HttpRequest.BodyPublisher content = body instanceof NullNode
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        JsonNode answer = body(
                send(client, request.header("Content-Type", "application/json").POST(content), path));
        changes++;
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(String client, HttpRequest.Builder request, String path) {
        String bearer = bearers.computeIfAbsent(client, tokens::token);
        try {
            HttpResponse<String> answer = http.send(
                    request.header("Authorization", "Bearer " + bearer).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new Refused(client, path, answer.statusCode(), answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new StackFailure("the story cannot be told: " + base + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while telling the story", e);
        }
    }

    private static JsonNode body(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new StackFailure("no JSON from " + answer.uri() + ": " + e.getMessage(), e);
        }
    }

    /** An answer that says no. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int status;

        Refused(String client, String path, int status, String body) {
            super(path + " as " + client + " answered " + status + " " + body);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
