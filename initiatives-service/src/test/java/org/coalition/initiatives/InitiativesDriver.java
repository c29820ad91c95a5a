package org.coalition.initiatives;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.coalition.defaults.testing.Tokens;

/** Speaks to the service as its callers do, over HTTP only. */
public final class InitiativesDriver {
    /** Leads the initiatives of the fixtures. */
    public static final String GB = Tokens.of("GB", "reader", "contributor", "chair");

    public static final String FR = Tokens.of("FR", "reader", "contributor");
    public static final String DE = Tokens.of("DE", "reader", "contributor");
    public static final String UA = Tokens.of("UA", "reader", "contributor");
    public static final String US = Tokens.of("US", "reader", "contributor");
    public static final String EU = Tokens.of("EU", "reader");
    public static final String ADMIN = Tokens.withoutParty("admin", "reader", "admin");

    private InitiativesDriver() {}

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
        return as(token).contentType(ContentType.JSON).body(json(body)).post(path);
    }

    /** Makes a move from the version that is there; without a body if that is null. */
    public static Response move(String token, String path, Map<String, ?> body) {
        RequestSpecification request =
                as(token).header("If-Match", etag(token, path.substring(0, path.lastIndexOf('/'))));
        return body == null
                ? request.post(path)
                : request.contentType(ContentType.JSON).body(json(body)).post(path);
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
                .body(json(changes))
                .patch(path);
    }

    /** The current version. */
    public static String etag(String token, String path) {
        return as(token).get(path).header("ETag");
    }

    /** A body as JSON; a text is taken for JSON already. */
    public static String json(Object body) {
        try {
            return body instanceof String text ? text : new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
