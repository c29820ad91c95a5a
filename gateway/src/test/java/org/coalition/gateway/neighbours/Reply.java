package org.coalition.gateway.neighbours;

import java.util.Locale;

/**
 * An answer as it came.
 *
 * @param complete whether the body ended where its framing says
 */
public record Reply(String head, String body, boolean complete) {
    /** The status; 0 where the connection ended without an answer. */
    public int status() {
        return head.startsWith("HTTP/1.") ? Integer.parseInt(head.substring(9, 12)) : 0;
    }

    /** The first value of this header, or null. */
    public String header(String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).trim())
                .findFirst()
                .orElse(null);
    }

    /** Whether this is a problem document of this status and code. */
    public boolean isProblem(int status, String code) {
        return status() == status
                && "application/problem+json".equals(header("content-type"))
                && body.contains("\"type\":\"/problems/" + code + '"')
                && body.contains("\"traceId\":\"" + header("traceparent").substring(3, 35) + '"');
    }
}
