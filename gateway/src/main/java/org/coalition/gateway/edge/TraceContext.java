package org.coalition.gateway.edge;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The W3C trace context of one request: the caller's trace id if it sent a valid {@code traceparent}, else a new one,
 * and a span id of the gateway's own.
 *
 * @param traceId 32 hexadecimal digits
 * @param traceparent what goes to the service and back to the caller
 * @param continued whether the trace id is the caller's; only then its {@code tracestate} means anything
 */
public record TraceContext(String traceId, String traceparent, boolean continued) {
    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final HexFormat HEX = HexFormat.of();

    static TraceContext of(String received) {
        if (received != null && VALID.matcher(received).matches()) {
            String traceId = received.substring(3, 35);
            return new TraceContext(traceId, "00-" + traceId + "-" + hex() + received.substring(52), true);
        }
        String traceId = hex() + hex();
        return new TraceContext(traceId, "00-" + traceId + "-" + hex() + "-01", false);
    }

    private static String hex() {
        // The lowest bit set: an id of zeros only would be invalid.
        return HEX.toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
    }
}
