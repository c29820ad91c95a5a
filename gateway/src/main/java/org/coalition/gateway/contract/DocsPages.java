package org.coalition.gateway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.coalition.gateway.edge.Page;
import org.coalition.gateway.edge.Pages;

/**
 * Swagger UI at {@code /docs}. Its pages may load from here only, and may talk to the gateway and to the identity server
 * only.
 */
@Singleton
class DocsPages implements Pages {
    private static final String LIBRARY = "/META-INF/resources/webjars/swagger-ui/";
    private static final Map<String, String> FROM_LIBRARY = Map.of(
            "swagger-ui.css", "text/css; charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
            "favicon-32x32.png", "image/png",
            "oauth2-redirect.html", "text/html; charset=utf-8",
            "oauth2-redirect.js", "text/javascript; charset=utf-8");

    private final Map<String, Page> pages = new HashMap<>();

    DocsPages(ContractConfig config, ObjectMapper mapper) throws JsonProcessingException {
        String policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                + "img-src 'self' data:; connect-src 'self' " + origin(config.issuer())
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        String library = LIBRARY + version() + '/';
        FROM_LIBRARY.forEach(
                (name, type) -> pages.put("/docs/" + name, Asset.page(policy, type, read(library + name))));
        pages.put("/docs", Asset.page(policy, "text/html; charset=utf-8", read("/docs/index.html")));
        // The client id is written as JSON, which is a literal of the script as well.
        String script = new String(read("/docs/start.js"), StandardCharsets.UTF_8)
                .replace(
                        "\"CLIENT_ID\"",
                        mapper.writeValueAsString(config.docsClientId().orElse("")));
        pages.put("/docs/start.js", Asset.of("text/javascript; charset=utf-8", script));
        pages.put("/", exchange -> {
            exchange.request().response().headers().set(HttpHeaders.LOCATION, "/docs");
            exchange.answer(302);
        });
    }

    @Override
    public Map<String, Page> pages() {
        return pages;
    }

    private static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in =
                DocsPages.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static byte[] read(String resource) {
        try (InputStream in = DocsPages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
