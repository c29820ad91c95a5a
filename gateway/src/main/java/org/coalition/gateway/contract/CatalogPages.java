package org.coalition.gateway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.coalition.gateway.edge.Page;
import org.coalition.gateway.edge.Pages;

/** The API catalog of RFC 9727: a machine that knows the host only finds the rest from here. */
@Singleton
class CatalogPages implements Pages {
    private static final String PATH = "/.well-known/api-catalog";
    private static final String TYPE = "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"";

    private final Asset catalog;

    CatalogPages(ObjectMapper mapper) throws JsonProcessingException {
        Map<String, Object> links = Map.of(
                "anchor", "/",
                "service-desc",
                        List.of(
                                link("/openapi", "application/yaml"),
                                link("/openapi?format=json", "application/json"),
                                link("/asyncapi", "application/yaml"),
                                link("/asyncapi?format=json", "application/json")),
                "service-doc",
                        List.of(
                                link("/docs", "text/html"),
                                link("/docs/events", "text/html"),
                                link("/problems", "text/html")),
                "status", List.of(link("/q/health/ready", "application/json")));
        this.catalog = Asset.of(TYPE, mapper.writeValueAsBytes(Map.of("linkset", List.of(links))));
    }

    @Override
    public Map<String, Page> pages() {
        return Map.of(PATH, exchange -> {
            exchange.request()
                    .response()
                    .headers()
                    .set(HttpHeaders.createOptimized("link"), '<' + PATH + ">; rel=\"api-catalog\"");
            catalog.answer(exchange);
        });
    }

    private static Map<String, String> link(String href, String type) {
        return Map.of("href", href, "type", type);
    }
}
