package org.coalition.defaults.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The closed list of problems a caller can meet, in every service and at the gateway alike. The code is stable: clients
 * branch on it. The {@code type} of a problem document (RFC 9457, section 3.1.1) is {@code /problems/<code>}, a page
 * that exists at the gateway and shows {@link #title()} and {@link #advice()}.
 */
public enum ProblemType {
    MALFORMED_REQUEST(
            400,
            "The request could not be read",
            "Correct the place that the errors name: syntax, type, an unknown property or an unknown parameter."),
    UNAUTHORIZED(
            401,
            "A valid access token is needed",
            "Obtain an access token from the identity server and send it as 'Authorization: Bearer <token>'."),
    FORBIDDEN(
            403,
            "The caller may not do this",
            "Use a token whose roles and party are those that the operation asks for (x-roles in the contract)."),
    NOT_FOUND(
            404,
            "There is no such resource",
            "Check the path and the id. What a caller may not see does not exist for it."),
    METHOD_NOT_ALLOWED(
            405, "The resource does not have this method", "Use one of the methods that the Allow header lists."),
    NOT_ACCEPTABLE(406, "No representation fits the Accept header", "Accept application/json."),
    CONFLICT(
            409,
            "The request conflicts with what is there",
            "Read the detail, look at the resource it names, and decide again."),
    ILLEGAL_TRANSITION(
            409,
            "The state does not allow this move",
            "Read the current state and the moves that are allowed now, then choose one of them."),
    RETENTION_PASSED(
            410,
            "What follows there is no longer kept",
            "Begin anew with since=start, which tells first what is there now and then what follows."),
    STALE_VERSION(
            412,
            "The resource has changed since it was read",
            "Read the resource again, look at what changed, and repeat the request with the new ETag in If-Match."),
    PAYLOAD_TOO_LARGE(413, "The body is too large", "Send a smaller body; the detail gives the limit in bytes."),
    URI_TOO_LONG(414, "The request target is too long", "Shorten the query; the detail gives the limit."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "The media type of the body is not supported", "Send the media type that the contract names."),
    INVALID_REQUEST(
            422,
            "The request breaks a rule",
            "Correct every place that the errors name; all faults that were found are listed at once."),
    PRECONDITION_REQUIRED(
            428,
            "The request must say which version it changes",
            "Read the resource and send its ETag in If-Match, so that two writers cannot overwrite each other unseen."),
    RATE_LIMITED(429, "Too many requests", "Wait for the seconds that Retry-After gives, then go on."),
    HEADERS_TOO_LARGE(431, "The request headers are too large", "Send fewer or shorter headers."),
    INTERNAL_ERROR(
            500,
            "The service failed",
            "It is our fault, not yours. Report the traceId; the request may be repeated after a look at the resource."),
    BAD_GATEWAY(
            502,
            "The service behind the gateway gave no proper answer",
            "For a read, repeat it. After a write, read the resource first: the change may have happened."),
    UNAVAILABLE(
            503, "The service is not available now", "Repeat the request after the seconds that Retry-After gives."),
    GATEWAY_TIMEOUT(
            504,
            "The service behind the gateway did not answer in time",
            "For a read, repeat it. After a write, read the resource first: the change may have happened.");

    private final int status;
    private final String title;
    private final String advice;

    ProblemType(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    /** The HTTP status that every problem of this type has. */
    public int status() {
        return status;
    }

    /** One short sentence, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** What the caller can do about it. */
    public String advice() {
        return advice;
    }

    /** The stable code, for instance {@code illegal-transition}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The {@code type} member of a problem document: a path relative to the gateway. */
    public String uri() {
        return "/problems/" + code();
    }

    /** The type with this code, if there is one. */
    public static Optional<ProblemType> byCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    /** The general type for a status that a framework chose; {@link #MALFORMED_REQUEST} or {@link #INTERNAL_ERROR} if none fits. */
    public static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR);
    }
}
