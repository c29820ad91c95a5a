package org.coalition.gateway.endpoint;

import java.time.Duration;

/**
 * What came of one request to an endpoint.
 *
 * @param failure why there is no answer; null if there is one
 * @param status of the answer; 0 if there is none
 * @param took until the answer's end, or until it was given up
 * @param retryAfter how long it wants to be left alone; null if it says nothing of that
 * @param allowedOrigin whose events it says it takes ({@code WebHook-Allowed-Origin}); null if it does not say
 * @param excerpt the beginning of its body, without what is not printable
 */
public record EndpointAnswer(
        Failure failure, int status, Duration took, Duration retryAfter, String allowedOrigin, String excerpt) {
    private static final int GONE = 410;

    /** No answer, and why. */
    public static EndpointAnswer none(Failure failure, Duration took) {
        return new EndpointAnswer(failure, 0, took, null, null, "");
    }

    public boolean isSuccess() {
        return status >= 200 && status <= 299;
    }

    /** It wants no more, for good. */
    public boolean isGone() {
        return status == GONE;
    }

    /** It has more to do than it can: too many requests, bad gateway, unavailable, gateway timeout. */
    public boolean isBusy() {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    /** What happened, in a few words. */
    public String words() {
        return failure == null ? "It answered " + status + "." : failure.words();
    }
}
