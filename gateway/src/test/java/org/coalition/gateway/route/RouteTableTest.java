package org.coalition.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    private static final String CONTRACT = """
            paths:
              /v1/meetings: {x-service: meetings, get: {}, post: {parameters: [{name: If-Match, in: header}]}}
              /v1/meetings/{id}: {x-service: meetings, get: {}}
              /v1/meetings/register: {x-service: meetings, post: {}}
              /v1/meetings/{id}/agenda/{item}: {x-service: meetings, delete: {}}
            components: {parameters: {key: {name: Idempotency-Key, in: header}}}
            """;

    private final RouteTable table = table(CONTRACT);

    @Test
    void aPathFindsItsTemplate() {
        assertEquals("/v1/meetings/{id}", template("/v1/meetings/17"));
        assertEquals("/v1/meetings/{id}/agenda/{item}", template("/v1/meetings/17/agenda/a-b"));
        assertEquals("/v1/meetings/17", table.match("/v1/meetings/17").path());
    }

    @Test
    void aLiteralGoesBeforeAParameter() {
        assertEquals("/v1/meetings/register", template("/v1/meetings/register"));
    }

    @Test
    void whatIsNoTemplateIsNoRoute() {
        for (String path : Set.of(
                "/",
                "/v1",
                "/v1/",
                "/v1/meetings/",
                "/v1/meetings//agenda/x",
                "/v1/meetings/17/agenda",
                "/v1/meetings/" + "x".repeat(129))) {
            assertNull(table.match(path), path);
        }
    }

    @Test
    void headComesWithGetAndOptionsWithAll() {
        assertEquals(
                "GET, HEAD, OPTIONS, POST", table.match("/v1/meetings").route().allow());
        assertEquals(
                "OPTIONS, POST", table.match("/v1/meetings/register").route().allow());
    }

    @Test
    void theHeadersOfTheContractAreKnown() {
        assertEquals(Set.of("if-match", "idempotency-key"), table.headers());
    }

    @Test
    void twoTemplatesForOnePathAreAnError() {
        assertThrows(
                IllegalArgumentException.class,
                () -> table("paths: {\"/a/{x}\": {x-service: s}, \"/a/{y}\": {x-service: s}}"));
        assertThrows(IllegalArgumentException.class, () -> table("paths: {/a: {get: {}}}"));
    }

    private String template(String path) {
        return table.match(path).route().template();
    }

    private static RouteTable table(String contract) {
        try {
            return RouteTable.of(new YAMLMapper().readTree(contract));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
