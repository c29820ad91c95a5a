package org.coalition.gateway;

import static org.coalition.gateway.neighbours.Caller.head;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.coalition.defaults.problem.ProblemType;
import org.coalition.gateway.neighbours.Caller;
import org.coalition.gateway.neighbours.Neighbours;
import org.coalition.gateway.neighbours.Ports;
import org.coalition.gateway.neighbours.Reply;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Ports.class)
class PagesTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    Gateway gateway;

    @ConfigProperty(name = "coalition.issuer")
    String issuer;

    @Test
    void theContractIsThereInBothForms() {
        Reply yaml = get("/openapi");
        assertEquals("application/yaml", yaml.header("content-type"));
        assertTrue(yaml.body().startsWith("openapi:"));
        Reply json = get("/openapi?format=json");
        assertEquals("application/json", json.header("content-type"));
        assertTrue(json.body().startsWith("{\"openapi\":\"3.1.0\""));
        assertEquals(json.body(), get("/openapi", "Accept: application/json").body());
        assertEquals(
                304, get("/openapi", "If-None-Match: " + yaml.header("etag")).status());
        assertEquals(
                200, get("/openapi", "If-None-Match: " + json.header("etag")).status());
        assertTrue(get("/openapi?format=xml").isProblem(400, "malformed-request"));
        assertTrue(Caller.ask(gateway.port(), head("DELETE /openapi")).isProblem(405, "method-not-allowed"));
    }

    @Test
    void theContractTellsWhereToObtainAToken() {
        assertTrue(Neighbours.issuer().keyFetches() >= 0);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertTrue(get("/openapi").body().contains("tokenUrl: \"" + issuer + "/token\"")));
    }

    @Test
    void theContractOfTheEventsIsThereInBothForms() {
        assertTrue(Neighbours.issuer().keyFetches() >= 0);
        Reply yaml = get("/asyncapi");
        assertEquals("application/yaml", yaml.header("content-type"));
        assertTrue(yaml.body().startsWith("asyncapi: \"3.0.0\"") || yaml.body().startsWith("asyncapi: 3.0.0"));
        Reply json = get("/asyncapi?format=json");
        assertTrue(json.body().startsWith("{\"asyncapi\":\"3.0.0\""));
        assertEquals(json.body(), get("/asyncapi", "Accept: application/json").body());
        assertEquals(
                304, get("/asyncapi", "If-None-Match: " + yaml.header("etag")).status());
        assertTrue(get("/asyncapi?format=xml").isProblem(400, "malformed-request"));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () -> assertTrue(get("/asyncapi").body().contains("tokenUrl: \"" + issuer + "/token\"")));
    }

    @Test
    void everyTypeOfEventStandsOnThePageOfTheEvents() {
        Reply page = get("/docs/events");
        assertEquals("text/html; charset=utf-8", page.header("content-type"));
        assertTrue(page.header("content-security-policy").startsWith("default-src 'none'; style-src"));
        for (String part : new String[] {
            "<code>org.coalition.meeting.convened.v1</code>",
            "<code>org.coalition.contribution.pledged.v1</code>",
            "id=\"subscribe\"",
            "<td><code>sequencestart</code></td>",
            "ce_type: org.coalition.delivery.became-late.v1"
        }) {
            assertTrue(page.body().contains(part), part);
        }
        assertFalse(page.body().contains("<!--"), "a place of the template was not filled");
        assertFalse(page.body().contains("<script"));
        assertEquals(
                304,
                get("/docs/events", "If-None-Match: " + page.header("etag")).status());
    }

    @Test
    void theDocsPageLoadsFromHereOnly() {
        Reply page = get("/docs");
        assertEquals(200, page.status());
        assertTrue(page.header("content-security-policy")
                .contains("connect-src 'self' " + issuer.replace("/realms/coalition", "")));
        for (String part : new String[] {"/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js", "/docs/start.js"}) {
            assertTrue(page.body().contains(part));
            assertEquals(200, get(part).status(), part);
        }
        assertEquals(
                "gzip", get("/docs/swagger-ui.css", "Accept-Encoding: gzip").header("content-encoding"));
        assertEquals("/docs", get("/").header("location"));
        assertEquals(200, get("/docs/oauth2-redirect.html").status());
    }

    @Test
    void everyProblemHasItsPage() {
        Reply all = get("/problems");
        for (ProblemType type : ProblemType.values()) {
            assertTrue(all.body().contains("href=\"" + type.uri() + '"'), type.code());
            Reply page = get(type.uri());
            assertEquals("text/html; charset=utf-8", page.header("content-type"));
            assertTrue(page.body().contains(type.code()));
            assertTrue(get(type.uri(), "Accept: application/json").body().contains("\"status\":" + type.status()));
        }
        assertTrue(get("/problems/no-such-problem").isProblem(404, "not-found"));
    }

    @Test
    void theCatalogLeadsToTheRest() {
        Reply catalog = get("/.well-known/api-catalog");
        assertTrue(catalog.header("content-type").startsWith("application/linkset+json"));
        for (String place :
                new String[] {"/openapi", "/docs", "/problems", "/q/health/ready", "/asyncapi", "/docs/events"}) {
            assertTrue(catalog.body().contains("\"href\":\"" + place + '"'), place);
        }
    }

    @Test
    void readinessNamesTheServiceThatIsMissing() {
        assertEquals(200, get("/q/health/live").status());
        Neighbours.meetings().forget();
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            Reply ready = get("/q/health/ready");
            assertEquals(503, ready.status());
            assertTrue(ready.body().contains("\"initiatives\":\"no answer\""), ready.body());
            assertTrue(ready.body().contains("\"meetings\":\"ready\""), ready.body());
            assertFalse(ready.body().contains("localhost"));
        });
    }

    private Reply get(String target, String... headers) {
        return Caller.ask(gateway.port(), head("GET " + target, headers));
    }
}
