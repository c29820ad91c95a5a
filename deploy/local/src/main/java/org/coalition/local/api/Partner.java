package org.coalition.local.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A caller of the API as any partner system would be one: HTTP and a bearer token. It judges nothing; a refusal is an answer.
 * Only a request that got no answer throws, {@link UncheckedIOException}: then nobody knows whether it was carried out.
 */
public final class Partner {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Witness NOBODY = (method, target, answer) -> {};

    private final String base;
    private final String bearer;
    private final Witness witness;

    private Partner(String base, String bearer, Witness witness) {
        this.base = base;
        this.bearer = bearer;
        this.witness = witness;
    }

    /** With a token. */
    public static Partner of(String base, String bearer) {
        return new Partner(base, bearer, NOBODY);
    }

    /** Without one. */
    public static Partner anonymous(String base) {
        return new Partner(base, null, NOBODY);
    }

    /** The same caller at another address. */
    public Partner at(String otherBase) {
        return new Partner(otherBase, bearer, witness);
    }

    /** The same caller, watched. */
    public Partner before(Witness other) {
        return new Partner(base, bearer, other);
    }

    /** Asks as the method says, without a body. */
    public Answer ask(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    /** Asks as the method says, of what has this ETag, with a body of this media type. */
    public Answer ask(String method, String path, String etag, String type, String body) {
        return send(request(path)
                .header("If-Match", etag)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body)));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** A change that needs no knowledge of what is there; without a body if that is null. */
    public Answer post(String path, Object body) {
        return post(path, "", body);
    }

    /** A change of what has this ETag. */
    public Answer post(String path, String etag, Object body) {
        return send(with(etag, "application/json", body, request(path)).POST(publisher(body)));
    }

    /** One try of a request that is carried out once, however often it is tried with this key. */
    public Answer attempt(String key, String path, Object body) {
        return send(with("", "application/json", body, request(path).header("Idempotency-Key", key))
                .POST(publisher(body)));
    }

    /** A merge patch of what has this ETag. */
    public Answer patch(String path, String etag, Object changes) {
        return send(with(etag, MERGE_PATCH, changes, request(path)).method("PATCH", publisher(changes)));
    }

    /** A move of a resource as it is now: {@code act("/v1/meetings/…", "convening", null)}. */
    public Answer act(String resource, String move, Object body) {
        Answer now = get(resource);
        return now.isSuccess() ? post(resource + "/" + move, now.header("ETag"), body) : now;
    }

    /**
     * All items of a collection, page after page.
     *
     * @throws IllegalStateException if a page is refused
     */
    public List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String first = path + (path.contains("?") ? "&" : "?") + "limit=200";
        String next = first;
        while (next != null) {
            Answer page = get(next);
            if (!page.isSuccess()) {
                throw new IllegalStateException(next + " answered " + page.status() + " " + page.text());
            }
            page.body().path("items").forEach(items::add);
            String cursor = page.text("next");
            next = cursor.isEmpty() ? null : first + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        }
        return items;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private static HttpRequest.Builder with(String etag, String type, Object body, HttpRequest.Builder request) {
        if (!etag.isEmpty()) {
            request.header("If-Match", etag);
        }
        return body == null ? request : request.header("Content-Type", type);
    }

    private static HttpRequest.BodyPublisher publisher(Object body) {
        try {
            return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON can be made of " + body, e);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpRequest asked = request.build();
            Answer answer = Answer.of(HTTP.send(asked, BodyHandlers.ofString()));
            String query = asked.uri().getRawQuery();
            witness.saw(asked.method(), asked.uri().getRawPath() + (query == null ? "" : "?" + query), answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(base + " gave no answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + base + " was asked", e);
        }
    }
}
