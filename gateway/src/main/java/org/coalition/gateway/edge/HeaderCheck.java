package org.coalition.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.ProblemType;

/** What is wrong with the head of a request, beyond what the HTTP decoder has refused already. */
final class HeaderCheck {
    // Two of one of these, and two readers may each take another one.
    private static final List<CharSequence> SINGLE = List.of(
            HttpHeaders.HOST,
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.TRANSFER_ENCODING,
            HttpHeaders.createOptimized("idempotency-key"));

    private HeaderCheck() {}

    /** A refusal: the type of the problem and the fault. */
    record Refusal(ProblemType type, Fault fault) {}

    /** The first reason to refuse the head, or null. */
    static Refusal of(HttpServerRequest request) {
        MultiMap headers = request.headers();
        for (CharSequence name : SINGLE) {
            if (headers.contains(name) && headers.getAll(name).size() > 1) {
                return malformed(name.toString(), "repeated", "The header may be sent once only.");
            }
        }
        if (!headers.contains(HttpHeaders.HOST)) {
            return malformed("host", "missing", "The Host header is missing.");
        }
        String transferEncoding = headers.get(HttpHeaders.TRANSFER_ENCODING);
        if (transferEncoding != null && !transferEncoding.equalsIgnoreCase("chunked")) {
            return malformed("transfer-encoding", "unsupported", "The only transfer coding accepted is 'chunked'.");
        }
        if (hasBody(request) && isRead(request.method())) {
            return malformed("content-length", "unexpected", request.method() + " has no body.");
        }
        String expectation = headers.get(HttpHeaders.EXPECT);
        if (expectation != null && !expectation.equalsIgnoreCase("100-continue")) {
            return malformed("expect", "unsupported", "The only expectation met is '100-continue'.");
        }
        String contentEncoding = headers.get(HttpHeaders.CONTENT_ENCODING);
        if (contentEncoding != null && !contentEncoding.equalsIgnoreCase("identity")) {
            return new Refusal(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    Fault.in(
                            "content-encoding",
                            "unsupported",
                            "Request bodies are accepted without content coding only."));
        }
        for (Map.Entry<String, String> header : headers) {
            if (!isText(header.getValue())) {
                return malformed(header.getKey(), "malformed", "The value has a character that is not allowed.");
            }
        }
        return null;
    }

    static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null ? !length.equals("0") : request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    static boolean isRead(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
    }

    private static boolean isText(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c == 127) {
                return false;
            }
        }
        return true;
    }

    private static Refusal malformed(String header, String code, String detail) {
        return new Refusal(ProblemType.MALFORMED_REQUEST, Fault.in(header, code, detail));
    }
}
