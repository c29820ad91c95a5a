package org.coalition.defaults.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The answers of an operation that takes many items and a preference how (RFC 7240): 201 for all of them, 207 for each by
 * itself, 200 if it only looked. The body is the same each time.
 */
final class BulkAnswers {
    private BulkAnswers() {}

    static void use(Operation operation) {
        APIResponse looked = operation.getResponses().getAPIResponse("200");
        if (looked == null
                || operation.getParameters() == null
                || operation.getParameters().stream().noneMatch(parameter -> "Prefer".equals(parameter.getName()))) {
            return;
        }
        Content content = looked.getContent();
        looked.description("Everything was checked, and nothing changed.");
        operation
                .getResponses()
                .addAPIResponse(
                        "201",
                        OASFactory.createAPIResponse()
                                .description("All of it was created.")
                                .content(content))
                .addAPIResponse(
                        "207",
                        OASFactory.createAPIResponse()
                                .description("Each item has a status of its own.")
                                .content(content)
                                .addHeader(
                                        "Preference-Applied",
                                        OASFactory.createHeader()
                                                .description("handling=lenient")
                                                .schema(OASFactory.createSchema()
                                                        .addType(Schema.SchemaType.STRING))));
    }
}
