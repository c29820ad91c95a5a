package org.coalition.defaults.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Answers that are no JSON, such as tables, calendars and minutes as a text. Their media type says what they are; to a schema they are
 * bytes, whatever the method returns, and generated clients hand them out as they came instead of reading JSON in them.
 */
final class FileAnswers {
    private FileAnswers() {}

    static void use(APIResponses answers) {
        answers.getAPIResponses().values().stream()
                .filter(answer -> answer.getContent() != null)
                .flatMap(answer -> answer.getContent().getMediaTypes().entrySet().stream())
                .filter(media -> !media.getKey().contains("json"))
                .forEach(media -> media.getValue()
                        .schema(OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .format("binary")));
    }
}
