package org.coalition.defaults.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What every operation takes that changes something: a trial, a wish for less of an answer and, if it is a POST, a key. */
final class WriteContract {
    private WriteContract() {}

    /** Adds the answer without a body to the components. */
    static void define(Components components) {
        components.addResponse(
                "NothingToSay",
                OASFactory.createAPIResponse()
                        .description(
                                "It is done, and the caller prefers no body; or, of a trial, nothing stands against it.")
                        .addHeader(
                                "ETag",
                                OASFactory.createHeader()
                                        .description("The version of the resource; absent of a trial.")
                                        .schema(text()))
                        .addHeader(
                                "Preference-Applied",
                                OASFactory.createHeader()
                                        .description("return=minimal; absent of a trial.")
                                        .schema(text())));
    }

    static void complete(PathItem.HttpMethod verb, Operation operation, boolean answersView) {
        if (verb == PathItem.HttpMethod.POST) {
            operation.addParameter(header(
                    "Idempotency-Key",
                    "Marks all tries of one request: it is carried out once, and its answer is given again for 7 days.",
                    text().maxLength(257)));
        }
        operation.addParameter(OASFactory.createParameter()
                .name("validateOnly")
                .in(Parameter.In.QUERY)
                .description("Checks the request as if it were carried out, and changes nothing.")
                .schema(OASFactory.createSchema().addType(SchemaType.BOOLEAN).defaultValue(false)));
        if (answersView) {
            operation.addParameter(header(
                    "Prefer",
                    "return=minimal for an answer without a body, or, of what was created, with id and version only.",
                    text().addEnumeration("return=minimal").addEnumeration("return=representation")));
            if (operation.getResponses().getAPIResponse("204") == null) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                "204", OASFactory.createAPIResponse().ref("#/components/responses/NothingToSay"));
            }
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (verb == PathItem.HttpMethod.POST && status.startsWith("2") && answer.getRef() == null) {
                answer.addHeader(
                        "Idempotent-Replayed",
                        OASFactory.createHeader()
                                .description("true if this is the answer that an earlier try was given.")
                                .schema(OASFactory.createSchema().addType(SchemaType.BOOLEAN)));
            }
        });
    }

    private static Parameter header(String name, String description, Schema schema) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(schema);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
