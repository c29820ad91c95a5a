package org.coalition.defaults.identity;

import org.coalition.defaults.web.RequestTrace;

/**
 * Who made a change, as the event and the audit trail record it.
 *
 * @param subject the token's subject, or the service's own name
 * @param party the acting party; null for the service itself
 * @param traceparent W3C trace context of the request
 * @param requestId correlates all that one request brought about
 */
public record Actor(String subject, String party, String traceparent, String requestId) {
    public static Actor of(Caller caller, RequestTrace trace) {
        String party = caller.partyOrNone();
        return new Actor(
                caller.subject(), party.equals(Caller.NO_PARTY) ? null : party, trace.traceparent(), trace.traceId());
    }

    /** The service itself, when the clock or an event brought the change about. */
    public static Actor service(RequestTrace trace) {
        return new Actor("service", null, trace.traceparent(), trace.traceId());
    }
}
