package org.coalition.defaults.openapi;

import org.coalition.defaults.web.Deprecation;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** What the contract says of an operation that carries {@link Deprecation}. */
final class DeprecationContract {
    private static final DotName DEPRECATION = DotName.createSimple(Deprecation.class);

    private DeprecationContract() {}

    static void complete(Operation operation, MethodInfo method) {
        AnnotationInstance deprecation = method.declaredAnnotation(DEPRECATION);
        if (deprecation == null) {
            return;
        }
        String what = "Deprecated since %s, goes away on %s; see %s."
                .formatted(
                        deprecation.value("since").asString(),
                        deprecation.value("sunset").asString(),
                        deprecation.value("link").asString());
        operation.setDeprecated(true);
        operation.setDescription(operation.getDescription() == null ? what : what + " " + operation.getDescription());
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            answer.addHeader("Deprecation", header("Since when it is deprecated (RFC 9745).", "@1796083200"));
            answer.addHeader("Sunset", header("When it goes away (RFC 8594).", "Tue, 1 Jun 2027 00:00:00 GMT"));
            answer.addHeader("Link", header("What to use instead.", "</docs>; rel=\"deprecation\""));
        });
    }

    private static org.eclipse.microprofile.openapi.models.headers.Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .example(example)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}
