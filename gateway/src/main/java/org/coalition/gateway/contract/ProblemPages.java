package org.coalition.gateway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.coalition.defaults.problem.ProblemType;
import org.coalition.gateway.edge.Page;
import org.coalition.gateway.edge.Pages;

/** The pages that the {@code type} of a problem document leads to, for people and, where JSON is asked for, for programs. */
@Singleton
class ProblemPages implements Pages {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}
            code{background:#eee;padding:.1em .3em}dt{margin-top:1em}</style></head>
            <body><h1>%1$s</h1>%2$s</body></html>
            """;

    private final Map<String, Page> pages = new HashMap<>();

    /** One type of problem, as a program reads it. */
    record Entry(String type, String title, int status, String advice) {
        static Entry of(ProblemType type) {
            return new Entry(type.uri(), type.title(), type.status(), type.advice());
        }
    }

    ProblemPages(ObjectMapper mapper) throws JsonProcessingException {
        for (ProblemType type : ProblemType.values()) {
            pages.put(type.uri(), page(html(type), mapper.writeValueAsBytes(Entry.of(type))));
        }
        List<Entry> all = Arrays.stream(ProblemType.values()).map(Entry::of).toList();
        pages.put("/problems", page(htmlOfAll(all), mapper.writeValueAsBytes(all)));
    }

    @Override
    public Map<String, Page> pages() {
        return pages;
    }

    private static Page page(String html, byte[] json) {
        Asset forPeople = Asset.page(POLICY, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
        Asset forPrograms = Asset.of("application/json", json);
        return exchange -> {
            exchange.request().response().headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            String accept = exchange.request().getHeader(HttpHeaders.ACCEPT);
            (accept != null && accept.contains("json") ? forPrograms : forPeople).answer(exchange);
        };
    }

    private static String html(ProblemType type) {
        return HTML.formatted(
                escape(type.title()),
                "<p>Status <code>%d</code>, code <code>%s</code></p><h2>What to do</h2><p>%s</p><p><a href=\"/problems\">All problems</a></p>"
                        .formatted(type.status(), type.code(), escape(type.advice())));
    }

    private static String htmlOfAll(List<Entry> all) {
        return HTML.formatted(
                "Problems",
                all.stream()
                        .map(entry -> "<dt><code>%d</code> <a href=\"%s\">%s</a></dt><dd>%s</dd>"
                                .formatted(entry.status(), entry.type(), escape(entry.title()), escape(entry.advice())))
                        .collect(Collectors.joining("", "<dl>", "</dl>")));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
