package org.coalition.defaults.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * The headers that follow from an answer: {@code ETag} and, on 201, {@code Location} of a {@link Representation}; 304 where
 * {@code If-None-Match} names the version that is there, as little as possible where a writer prefers that; and that no shared cache keeps what one
 * caller may see.
 */
class ViewHeaders {
    private static final Pattern RETURN =
            Pattern.compile("(?:^|,)\\s*(return=(?:minimal|representation))\\s*(?:[,;]|$)");
    /** Only who prefers leniency (RFC 7240, section 4.4) is told of each item by itself. */
    private static final int MULTI_STATUS = 207;

    /** What is told this once, which so nobody can do without. */
    private static final String ONCE = "secret";

    private static final Set<String> LEAST =
            Stream.concat(SparseAnswer.KEPT.stream(), Stream.of(ONCE)).collect(Collectors.toSet());

    private static final Pattern WEAK = Pattern.compile("\\bW/");

    private final ObjectMapper json;

    ViewHeaders(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter
    void add(ContainerRequestContext request, ContainerResponseContext answer, RoutingContext exchange) {
        MultivaluedMap<String, Object> headers = answer.getHeaders();
        headers.putSingle(RequestTrace.HEADER, CurrentTrace.of(exchange).traceparent());
        headers.putSingle("X-Content-Type-Options", "nosniff");
        if (answer.getEntity() instanceof Representation shown) {
            String tag = '"' + shown.tag() + '"';
            headers.putSingle(HttpHeaders.ETAG, tag);
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            headers.putSingle(HttpHeaders.VARY, "Authorization, Accept-Encoding");
            if (answer.getStatus() == Status.CREATED.getStatusCode()) {
                headers.putSingle(HttpHeaders.LOCATION, shown.path());
            } else if (isRead(request) && noneMatch(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
                answer.setEntity(null);
                answer.setStatusInfo(Status.NOT_MODIFIED);
            }
            if (!isRead(request)) {
                prefer(request, answer);
            }
        } else {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
            if (answer.getStatus() == MULTI_STATUS) {
                headers.putSingle("Preference-Applied", "handling=lenient");
            }
        }
    }

    /** RFC 7240, section 4.2: a caller that knows what it wrote can do without the view; what it created has got an id. */
    private void prefer(ContainerRequestContext request, ContainerResponseContext answer) {
        Matcher wish = RETURN.matcher(String.valueOf(request.getHeaderString("Prefer")));
        if (wish.find()) {
            answer.getHeaders().putSingle("Preference-Applied", wish.group(1));
            if (wish.group(1).endsWith("minimal")) {
                ObjectNode least = kept(answer.getEntity());
                if (answer.getStatus() == Status.CREATED.getStatusCode() || least.has(ONCE)) {
                    answer.setEntity(least);
                } else {
                    answer.setEntity(null);
                    answer.setStatusInfo(Status.NO_CONTENT);
                }
            }
        }
    }

    private ObjectNode kept(Object view) {
        try {
            // By way of its text, which is all that is left of a view that is replayed.
            return ((ObjectNode) json.readTree(json.writeValueAsBytes(view))).retain(LEAST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRead(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    }

    /** The comparison is weak here (RFC 9110, section 13.1.2). */
    private static boolean noneMatch(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        String tags = "," + WEAK.matcher(ifNoneMatch).replaceAll("").replace(" ", "") + ",";
        return tags.equals(",*,") || tags.contains("," + tag + ",");
    }
}
