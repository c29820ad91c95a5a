package org.coalition.defaults.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem document of RFC 9457, the body of every 4xx and 5xx answer, with media type {@link #MEDIA_TYPE}.
 *
 * @param type the page that explains the problem, relative to the gateway
 * @param title the same for all problems of a type
 * @param status the HTTP status
 * @param detail what happened this time, and what the caller can do next
 * @param instance the path of the request
 * @param traceId the trace id under which the services logged the request (W3C Trace Context)
 * @param state for {@code illegal-transition}: the state the resource is in
 * @param allowed for {@code illegal-transition}: the states it may move to now
 * @param errors for input faults: every place that is at fault
 */
@Schema(
        description = "Problem details (RFC 9457): the body of every error answer.",
        requiredProperties = {"type", "title", "status"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String traceId,

        @Schema(description = "Illegal transitions only: the current state.")
        String state,

        @Schema(description = "Illegal transitions only: the states that may follow now.")
        List<String> allowed,

        @Schema(description = "Input faults only: each place at fault.")
        List<Fault> errors) {

    /** The media type of a problem document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One fault of the input. Either {@code pointer} (RFC 6901, into the body) or {@code parameter} (query, path or
     * header) says where.
     */
    @Schema(
            description = "One fault of the input, with its place.",
            requiredProperties = {"code", "detail"})
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Fault(
            @Schema(description = "JSON Pointer (RFC 6901) into the body.")
            String pointer,

            @Schema(description = "Name of the query, path or header parameter.")
            String parameter,

            @Schema(description = "Stable code of the fault.")
            String code,

            @Schema(description = "What is wrong, and what would be right.")
            String detail) {

        /** A fault in the body, at this JSON Pointer. */
        public static Fault at(String pointer, String code, String detail) {
            return new Fault(pointer, null, code, detail);
        }

        /** A fault in a query, path or header parameter. */
        public static Fault in(String parameter, String code, String detail) {
            return new Fault(null, parameter, code, detail);
        }
    }

    /** A problem without input faults. */
    public static Problem of(ProblemType type, String detail, String instance, String traceId) {
        return new Problem(
                type.uri(), type.title(), type.status(), detail, instance, traceId, null, List.of(), List.of());
    }
}
