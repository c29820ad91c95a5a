package org.coalition.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.coalition.gateway.edge.Exchange;

/**
 * Which headers travel. Towards a service: those that HTTP or the contract give a meaning, and what the gateway itself
 * says of the caller; everything else (forwarding headers of the caller's own making, method overrides, cookies,
 * hop-by-hop headers) stays behind. Towards the caller: all but hop-by-hop headers and those that tell of the software.
 */
final class Passengers {
    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("x-forwarded-for");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("x-forwarded-host");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("x-forwarded-proto");
    private static final CharSequence TRACEPARENT = HttpHeaders.createOptimized("traceparent");
    private static final CharSequence TRACESTATE = HttpHeaders.createOptimized("tracestate");

    private static final Set<String> STANDARD = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "authorization",
            "cache-control",
            "content-language",
            "content-length",
            "content-type",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-unmodified-since",
            "last-event-id",
            "idempotency-key",
            "prefer",
            "tracestate",
            "user-agent");
    // What the gateway says itself; a contract that declares one of these does not open it to callers.
    private static final Set<String> OURS = Set.of(
            "host",
            "connection",
            "transfer-encoding",
            "upgrade",
            "te",
            "trailer",
            "keep-alive",
            "forwarded",
            "traceparent");
    private static final List<CharSequence> HOP_BY_HOP = List.of(
            HttpHeaders.CONNECTION,
            HttpHeaders.KEEP_ALIVE,
            HttpHeaders.PROXY_AUTHENTICATE,
            HttpHeaders.TRANSFER_ENCODING,
            HttpHeaders.UPGRADE,
            HttpHeaders.createOptimized("trailer"),
            HttpHeaders.SERVER,
            HttpHeaders.createOptimized("x-powered-by"));

    private final Map<String, CharSequence> admitted = new HashMap<>();

    Passengers(Set<String> contractHeaders) {
        STANDARD.forEach(this::admit);
        contractHeaders.stream()
                .filter(name -> !OURS.contains(name) && !name.startsWith("x-forwarded-"))
                .forEach(this::admit);
    }

    private void admit(String name) {
        admitted.put(name, HttpHeaders.createOptimized(name));
    }

    void toService(Exchange exchange, MultiMap outgoing) {
        HttpServerRequest request = exchange.request();
        for (Map.Entry<String, String> header : request.headers()) {
            String name = header.getKey();
            CharSequence known = admitted.get(name);
            if (known == null) {
                known = admitted.get(name.toLowerCase(Locale.ROOT));
            }
            if (known != null) {
                outgoing.add(known, header.getValue());
            }
        }
        dropNominated(request.getHeader(HttpHeaders.CONNECTION), outgoing);
        if (!exchange.trace().continued()) {
            outgoing.remove(TRACESTATE);
        }
        outgoing.set(TRACEPARENT, exchange.trace().traceparent());
        outgoing.set(FORWARDED_FOR, request.remoteAddress().hostAddress());
        outgoing.set(FORWARDED_PROTO, request.isSSL() ? "https" : "http");
        outgoing.set(FORWARDED_HOST, request.getHeader(HttpHeaders.HOST));
    }

    void toCaller(MultiMap incoming, MultiMap answer) {
        answer.addAll(incoming);
        String nominated = incoming.get(HttpHeaders.CONNECTION);
        for (CharSequence name : HOP_BY_HOP) {
            answer.remove(name);
        }
        dropNominated(nominated, answer);
    }

    /** RFC 9110, section 7.6.1: what Connection names is for the next hop only. */
    private static void dropNominated(String connection, MultiMap headers) {
        if (connection == null || connection.equalsIgnoreCase("keep-alive") || connection.equalsIgnoreCase("close")) {
            return;
        }
        for (String name : connection.split(",", -1)) {
            String nominated = name.trim();
            if (!nominated.isEmpty() && !nominated.equalsIgnoreCase("content-length")) {
                headers.remove(nominated);
            }
        }
    }
}
