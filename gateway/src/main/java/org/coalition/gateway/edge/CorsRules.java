package org.coalition.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.Set;

/** Which browser applications may call: exact origins from the configuration, none by default. */
@Singleton
public class CorsRules {
    private static final String ALLOWED_HEADERS = "authorization, content-type, accept, if-match, if-none-match, "
            + "idempotency-key, prefer, traceparent, tracestate, last-event-id";
    private static final String EXPOSED_HEADERS = "etag, location, link, retry-after, traceparent, ratelimit, "
            + "ratelimit-policy, idempotent-replayed, preference-applied, content-disposition, deprecation, sunset";

    private final Set<String> origins;

    CorsRules(EdgeConfig config) {
        this.origins = config.corsOrigins().orElse(Set.of());
        if (origins.contains("*") || origins.contains("null")) {
            throw new IllegalArgumentException(
                    "coalition.edge.cors-origins takes exact origins, neither '*' nor 'null'");
        }
    }

    /** Adds to the answer what lets the asking origin read it, if it is one of ours. */
    void answer(MultiMap asked, MultiMap answer) {
        if (origins.isEmpty()) {
            return;
        }
        answer.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        String origin = asked.get(HttpHeaders.ORIGIN);
        if (origin != null && origins.contains(origin)) {
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            answer.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS);
        }
    }

    /** Adds to the answer to OPTIONS what lets the browser go on, if the origin is one of ours. */
    void answerPreflight(MultiMap asked, MultiMap answer, String methods) {
        String origin = asked.get(HttpHeaders.ORIGIN);
        if (origin != null && origins.contains(origin) && asked.contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods);
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS);
            answer.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "3600");
        }
    }
}
