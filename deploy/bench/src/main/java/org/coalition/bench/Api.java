package org.coalition.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.coalition.local.identity.TokenClient;
import org.coalition.local.stack.Stack;

/** The API as a partner's program would use it, through the gateway. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PARTY = "{\"code\":\"GB\",\"name\":\"United Kingdom\",\"kind\":\"STATE\"}";
    private static final String MEETING = """
            {"title":"Bench","level":"EXPERT","format":"ONLINE","host":"GB","chair":{"party":"GB"},"timeZone":"Europe/London",
            "plannedStart":"2030-01-12T10:00:00Z","plannedEnd":"2030-01-12T13:00:00Z","visibility":"PUBLIC"}
            """;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final AtomicInteger count = new AtomicInteger();
    private final String base;
    private final TokenClient tokens;
    private final String token;

    Api(Stack stack) {
        this.base = stack.gatewayUrl();
        this.tokens = new TokenClient(stack.issuer());
        this.token = tokens.token("gb-chair");
    }

    String token() {
        return token;
    }

    /** A resource as answered: what is needed to change it again and to find its event. */
    record Version(String id, long number, String etag) {}

    /** Makes the party and so many convened meetings; returns the meetings' ids. */
    List<String> prepare(int meetings) {
        send("POST", "/v1/parties", tokens.token("admin"), null, "application/json", PARTY);
        return IntStream.range(0, meetings)
                .mapToObj(i -> send("POST", "/v1/meetings", token, null, "application/json", MEETING))
                .map(draft -> send("POST", "/v1/meetings/" + draft.id() + "/convening", token, draft.etag(), null, ""))
                .map(Version::id)
                .toList();
    }

    Version read(String meeting) {
        return send("GET", "/v1/meetings/" + meeting, token, null, null, "");
    }

    /** One change of a meeting. */
    Version change(Version meeting) {
        String body = "{\"title\":\"Bench " + count.incrementAndGet() + "\"}";
        return send(
                "PATCH", "/v1/meetings/" + meeting.id(), token, meeting.etag(), "application/merge-patch+json", body);
    }

    private Version send(String method, String path, String bearer, String etag, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + bearer)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (etag != null) {
            request.header("If-Match", etag);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            JsonNode view = JSON.readTree(answer.body());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        method + " " + path + " was answered " + answer.statusCode() + ": " + view);
            }
            return new Version(
                    view.path("id").asText(),
                    view.path("version").asLong(),
                    answer.headers().firstValue("etag").orElse(null));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
