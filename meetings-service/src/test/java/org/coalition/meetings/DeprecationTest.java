package org.coalition.meetings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.web.Deprecation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** An operation that will go says so in all that it answers. */
@QuarkusTest
class DeprecationTest {
    @Path("/outgoing")
    @Produces(MediaType.APPLICATION_JSON)
    public static class Outgoing {
        @GET
        @PermitAll
        @Operation(hidden = true)
        @Deprecation(since = "2026-12-01", sunset = "2027-06-01", link = "/docs")
        public Map<String, String> answer() {
            return Map.of("still", "here");
        }

        @GET
        @Path("/refused")
        @PermitAll
        @Operation(hidden = true)
        @Deprecation(since = "2026-12-01", sunset = "2027-06-01", link = "/docs")
        public Map<String, String> refuse() {
            throw new NotFound("thing", 7);
        }

        @GET
        @Path("/staying")
        @PermitAll
        @Operation(hidden = true)
        public Map<String, String> stay() {
            return Map.of();
        }
    }

    @Test
    void itTellsSinceWhenAndUntilWhenAndWhereToRead() {
        for (String path : new String[] {"/outgoing", "/outgoing/refused"}) {
            given().get(path)
                    .then()
                    .header("Deprecation", equalTo("@1796083200"))
                    .header("Sunset", equalTo("Tue, 1 Jun 2027 00:00:00 GMT"))
                    .header("Link", equalTo("</docs>; rel=\"deprecation\"; type=\"text/html\""));
        }
        given().get("/outgoing/staying").then().statusCode(200).header("Deprecation", nullValue());
    }
}
