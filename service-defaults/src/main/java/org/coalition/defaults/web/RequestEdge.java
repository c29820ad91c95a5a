package org.coalition.defaults.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.coalition.defaults.problem.Problem;
import org.coalition.defaults.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The service's own edge, before authentication and routing. A path that is not canonical is refused, never normalised: what two
 * parties read differently is how an authorisation is bypassed. A body that announces too many bytes is refused before it is read,
 * and so is what the framework would answer with an empty page, a failure, or not at all: a garbled query, a garbled Accept, a
 * compressed body.
 */
@Singleton
class RequestEdge {
    private static final int BEFORE_ALL_OTHERS = 1000;
    private static final Pattern CANONICAL = Pattern.compile("/(?:[A-Za-z0-9._~-]+(?:/[A-Za-z0-9._~-]+)*/?)?");
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?:^|/)\\.{1,2}(?:/|$)");

    private static final Pattern QUERY = Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*+");
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String WEIGHT = "[qQ]=(?:0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)";
    private static final String PARAMETER =
            "(?:" + WEIGHT + "|(?![qQ]=)" + TOKEN + "=(?:" + TOKEN + "|\"[^\"\\\\]*\"))";
    private static final String RANGE = TOKEN + "/" + TOKEN + "(?:[ \t]*;[ \t]*" + PARAMETER + ")*+";
    /** RFC 9110, section 12.5.1. */
    private static final Pattern ACCEPT =
            Pattern.compile("[ \t]*+(?:" + RANGE + ")?+(?:[ \t]*+,[ \t]*+(?:" + RANGE + ")?+)*+[ \t]*+");

    private final ObjectMapper json;
    private final long mostBytes;

    RequestEdge(ObjectMapper json, @ConfigProperty(name = "coalition.max-body-size") MemorySize mostBytes) {
        this.json = json;
        this.mostBytes = mostBytes.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_OTHERS);
    }

    private void check(RoutingContext request) {
        CurrentTrace.begin(request);
        if (!isCanonical(request.request().uri())) {
            refuse(request, ProblemType.MALFORMED_REQUEST, "The path is not canonical; write it as the contract does.");
        } else if (!isDecodable(request.request().query())) {
            refuse(request, ProblemType.MALFORMED_REQUEST, "The query has a % that no two hexadecimal digits follow.");
        } else if (!isAccept(request.request().getHeader(HttpHeaders.ACCEPT))) {
            refuse(request, ProblemType.MALFORMED_REQUEST, "The Accept header is no list of media types.");
        } else if (isCompressed(request.request().getHeader(HttpHeaders.CONTENT_ENCODING))) {
            refuse(request, ProblemType.UNSUPPORTED_MEDIA_TYPE, "A body is sent without Content-Encoding.");
        } else if (announcesTooMuch(request)) {
            refuse(request, ProblemType.PAYLOAD_TOO_LARGE, BodyLimit.refusal(mostBytes));
        } else {
            request.next();
        }
    }

    static boolean isCanonical(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return CANONICAL.matcher(path).matches() && !DOT_SEGMENT.matcher(path).find();
    }

    static boolean isDecodable(String query) {
        return query == null || QUERY.matcher(query).matches();
    }

    static boolean isAccept(String accept) {
        return accept == null || ACCEPT.matcher(accept).matches();
    }

    private static boolean isCompressed(String encoding) {
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    private boolean announcesTooMuch(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && (length.length() > 18 || Long.parseLong(length) > mostBytes);
    }

    private void refuse(RoutingContext request, ProblemType type, String detail) {
        Problem problem =
                Problem.of(type, detail, null, CurrentTrace.of(request).traceId());
        try {
            request.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .end(json.writeValueAsString(problem))
                    .onFailure(gone -> request.request().connection().close());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem could not be written", e);
        }
    }
}
