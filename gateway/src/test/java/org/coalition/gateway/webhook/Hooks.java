package org.coalition.gateway.webhook;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.coalition.gateway.neighbours.Neighbours;
import org.coalition.gateway.route.Inside;
import org.coalition.gateway.schema.Schema;

/** Speaks to the gateway's own resources as the front door does. */
public final class Hooks {
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Hooks() {}

    /** A request with a token of a reader of this party. */
    public static RequestSpecification as(String party) {
        return with(TOKENS.computeIfAbsent(party, code -> token(code, "reader")));
    }

    /** A request with this token. */
    public static RequestSpecification with(String token) {
        return anonymous().auth().oauth2(token);
    }

    /** A request without a token. */
    public static RequestSpecification anonymous() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Arc.container().instance(Schema.class).get().isReady());
        RestAssured.port =
                Arc.container().instance(Inside.class).get().address().getPort();
        return given().accept(ContentType.JSON);
    }

    /** A token of this party, or of none if it is null. */
    public static String token(String party, String... roles) {
        var claims = Neighbours.issuer().claims(party + "-client").claim("roles", List.of(roles));
        return Neighbours.issuer().sign(party == null ? claims.remove("party") : claims.claim("party", party));
    }

    public static Response post(String party, String path, Object body) {
        return as(party).contentType(ContentType.JSON).body(body).post(path);
    }

    /** Makes a move from the version that is there. */
    public static Response move(String party, String path) {
        return as(party)
                .header("If-Match", etag(party, path.substring(0, path.lastIndexOf('/'))))
                .post(path);
    }

    public static Response patch(String party, String path, Map<String, ?> changes) {
        return as(party)
                .header("If-Match", etag(party, path))
                .contentType("application/merge-patch+json")
                .body(changes)
                .patch(path);
    }

    public static String etag(String party, String path) {
        return as(party).get(path).header("ETag");
    }

    /** Registers a webhook; the answer has its secret. */
    public static Response registered(String party, String url, Map<String, ?> more) {
        Map<String, Object> details = new HashMap<>(more);
        details.put("url", url);
        Response answer = post(party, "/v1/webhooks", details);
        answer.then().statusCode(201);
        return answer;
    }

    /** The path of a webhook whose endpoint has agreed. */
    @CanIgnoreReturnValue
    public static String active(String party, String url, Map<String, ?> more) {
        String path = registered(party, url, more).header("Location");
        awaitStatus(party, path, "ACTIVE");
        return path;
    }

    public static void awaitStatus(String party, String path, String status) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> as(party).get(path).path("status"), equalTo(status));
    }
}
