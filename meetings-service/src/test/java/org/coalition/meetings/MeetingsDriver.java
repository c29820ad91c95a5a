package org.coalition.meetings;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.testing.Tokens;

/** Speaks to the service as its callers do, over HTTP only. */
public final class MeetingsDriver {
    /** Runs the meetings of the fixtures. */
    public static final String GB_CHAIR = Tokens.of("GB", "reader", "contributor", "chair");

    public static final String FR = Tokens.of("FR", "reader", "contributor");
    public static final String DE = Tokens.of("DE", "reader", "contributor");
    public static final String UA = Tokens.of("UA", "reader", "contributor");
    public static final String US = Tokens.of("US", "reader", "contributor");
    public static final String US_CHAIR = Tokens.of("US", "reader", "contributor", "chair");
    public static final String ADMIN = Tokens.withoutParty("admin", "reader", "admin");

    private static boolean registered;

    private MeetingsDriver() {}

    /** A request without a token. */
    public static RequestSpecification anonymous() {
        return given().accept(ContentType.JSON);
    }

    /** A request with a token. */
    public static RequestSpecification as(String token) {
        return anonymous().auth().oauth2(token);
    }

    /** Posts a body. */
    public static Response post(String token, String path, Object body) {
        return as(token).contentType(ContentType.JSON).body(body).post(path);
    }

    /** Makes a move from the version that is there. */
    public static Response move(String token, String path, Object body) {
        String resource = path.substring(0, path.lastIndexOf('/'));
        RequestSpecification request = as(token).header("If-Match", etag(token, resource));
        return body == null
                ? request.post(path)
                : request.contentType(ContentType.JSON).body(body).post(path);
    }

    /** Makes a move that needs no body. */
    public static Response move(String token, String path) {
        return move(token, path, null);
    }

    /** Edits from the version that is there. */
    public static Response patch(String token, String path, Map<String, ?> changes) {
        return as(token)
                .header("If-Match", etag(token, path))
                .contentType("application/merge-patch+json")
                .body(changes)
                .patch(path);
    }

    /** The current version. */
    public static String etag(String token, String path) {
        return as(token).get(path).header("ETag");
    }

    /** Registers the parties of the London meeting, and NATO, where they are missing. */
    public static void registerParties() {
        if (registered) {
            return;
        }
        for (String state : List.of("GB", "FR", "DE", "UA", "US")) {
            register(state, "STATE");
        }
        register("EU", "ORGANISATION");
        register("NATO", "ORGANISATION");
        registered = true;
    }

    private static void register(String code, String kind) {
        Response answer = post(ADMIN, "/v1/parties", Map.of("code", code, "name", code, "kind", kind));
        if (answer.statusCode() != 201 && answer.statusCode() != 409) {
            throw new AssertionError(answer.statusCode() + " " + answer.asString());
        }
    }
}
