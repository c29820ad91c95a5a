package org.coalition.defaults.web;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace that a request belongs to (W3C Trace Context, level 1): taken from its {@code traceparent} if that is well
 * formed, begun anew otherwise. Where spans are exported it is theirs.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits: this service's part of the trace
 * @param flags two hexadecimal digits
 */
public record RequestTrace(String traceId, String spanId, String flags) {
    /** The request and answer header. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new trace. */
    public static RequestTrace begin() {
        return new RequestTrace(hex(16), hex(8), "01");
    }

    /** The trace of the span of this thread, if there is one; else that of this header value; else a new one. */
    public static RequestTrace of(String traceparent) {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return new RequestTrace(
                    span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex());
        }
        Matcher form = FORM.matcher(traceparent == null ? "" : traceparent);
        return form.matches() && !form.group(1).matches("0+") && !form.group(2).matches("0+")
                ? new RequestTrace(form.group(1), hex(8), form.group(3))
                : begin();
    }

    /** The header value to pass on. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
