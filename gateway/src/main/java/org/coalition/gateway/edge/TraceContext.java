package org.coalition.gateway.edge;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The W3C trace context of one request: the caller's trace id if it sent a valid {@code traceparent}, else a new one,
 * and a span id of the gateway's own. Where spans are exported both are those of the request's span.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits: the gateway's part of the trace
 * @param flags two hexadecimal digits
 * @param continued whether the trace id is the caller's; only then its {@code tracestate} means anything
 */
public record TraceContext(String traceId, String spanId, String flags, boolean continued) {
    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final HexFormat HEX = HexFormat.of();

    static TraceContext of(String received) {
        boolean valid = received != null && VALID.matcher(received).matches();
        String callers = valid ? received.substring(3, 35) : null;
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return new TraceContext(
                    span.getTraceId(),
                    span.getSpanId(),
                    span.getTraceFlags().asHex(),
                    span.getTraceId().equals(callers));
        }
        return valid
                ? new TraceContext(callers, hex(), received.substring(53), true)
                : new TraceContext(hex() + hex(), hex(), "01", false);
    }

    /** What goes to the service and back to the caller. */
    public String traceparent() {
        return "00-" + traceId + '-' + spanId + '-' + flags;
    }

    private static String hex() {
        // The lowest bit set: an id of zeros only would be invalid.
        return HEX.toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
    }
}
