package org.coalition.gateway.contract;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.coalition.gateway.edge.Exchange;
import org.coalition.gateway.edge.Page;
import org.coalition.gateway.edge.Pages;

/** The contract of the events as people read it, at {@code /docs/events}. */
@Singleton
class EventPages implements Pages {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String TEMPLATE = "/docs/events.html";

    private final EventContract contract;
    private volatile Asset page;

    EventPages(EventContract contract) {
        this.contract = contract;
    }

    @Override
    public Map<String, Page> pages() {
        return Map.of("/docs/events", this::answer);
    }

    private void answer(Exchange exchange) {
        if (page == null) {
            String html = new EventDocs(contract.document()).html(template());
            page = Asset.page(POLICY, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
        }
        page.answer(exchange);
    }

    private static String template() {
        try (InputStream in = EventPages.class.getResourceAsStream(TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
