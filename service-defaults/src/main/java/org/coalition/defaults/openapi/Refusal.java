package org.coalition.defaults.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coalition.defaults.problem.Problem;
import org.coalition.defaults.problem.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The error answers of the contract, named as its {@code components.responses} are. */
enum Refusal {
    MalformedRequest(ProblemType.MALFORMED_REQUEST),
    Unauthorized(ProblemType.UNAUTHORIZED, "WWW-Authenticate", "How to authenticate."),
    Forbidden(ProblemType.FORBIDDEN),
    NotFound(ProblemType.NOT_FOUND),
    NotAcceptable(ProblemType.NOT_ACCEPTABLE),
    Conflict(ProblemType.CONFLICT),
    StaleVersion(ProblemType.STALE_VERSION),
    PayloadTooLarge(ProblemType.PAYLOAD_TOO_LARGE),
    UnsupportedMediaType(ProblemType.UNSUPPORTED_MEDIA_TYPE),
    InvalidRequest(ProblemType.INVALID_REQUEST),
    PreconditionRequired(ProblemType.PRECONDITION_REQUIRED),
    RateLimited(ProblemType.RATE_LIMITED, "Retry-After", "Seconds to wait."),
    InternalError(ProblemType.INTERNAL_ERROR),
    Unavailable(ProblemType.UNAVAILABLE, "Retry-After", "Seconds to wait.");

    private final ProblemType type;
    private final String header;
    private final String meaning;

    Refusal(ProblemType type) {
        this(type, null, null);
    }

    Refusal(ProblemType type, String header, String meaning) {
        this.type = type;
        this.header = header;
        this.meaning = meaning;
    }

    String status() {
        return Integer.toString(type.status());
    }

    APIResponse response() {
        APIResponse response = OASFactory.createAPIResponse()
                .description(type.title() + ". " + type.advice())
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                        .example(example())));
        if (header != null) {
            response.addHeader(
                    header,
                    OASFactory.createHeader()
                            .description(meaning)
                            .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        }
        return response;
    }

    private Map<String, Object> example() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", type.uri());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("detail", type.advice());
        example.put("instance", "/v1/meetings/01980000-0000-7000-8000-000000000001");
        example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        return example;
    }
}
