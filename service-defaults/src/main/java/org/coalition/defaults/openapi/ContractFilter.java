package org.coalition.defaults.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * Writes into the contract what holds for every operation, so that no resource repeats it: who may call it
 * ({@code x-roles}, taken from the same annotation that the server enforces), which refusals it can meet, and the headers of
 * its answers. An operation's id is its method's name.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    /** By which the generator's schema of a time without an offset is known; it says date-time, which has one. */
    private static final List<Object> ON_THE_WALL_CLOCK = List.of("2022-03-10T12:15:50");

    private final Map<String, MethodInfo> methods = new HashMap<>();
    private final Presence presence;

    /** @param index of the application, from which the access annotations are read */
    public ContractFilter(IndexView index) {
        presence = new Presence(index);
        for (AnnotationInstance path : index.getAnnotations(DotName.createSimple(Path.class))) {
            if (path.target().kind() == org.jboss.jandex.AnnotationTarget.Kind.CLASS) {
                path.target().asClass().methods().forEach(method -> methods.put(method.name(), method));
            }
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getComponents() == null) {
            contract.setComponents(OASFactory.createComponents());
        }
        Access.define(contract.getComponents());
        Refusals.define(contract.getComponents());
        WriteContract.define(contract.getComponents());
        if (contract.getPaths() != null) {
            contract.getPaths().getPathItems().values().forEach(path -> {
                complete(path);
                path.getOperations().forEach((verb, operation) -> {
                    if (verb == PathItem.HttpMethod.GET) {
                        ReadContract.complete(contract, operation, methods.get(operation.getOperationId()));
                    }
                });
                MergePatchSchema.use(contract, path.getPATCH());
            });
            if (contract.getComponents().getSchemas() != null) {
                presence.tell(contract);
                ReadContract.loosen(contract);
            }
        }
    }

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getPattern() != null) {
            schema.setPattern(EcmaPattern.of(schema.getPattern()));
        }
        if (ON_THE_WALL_CLOCK.equals(schema.getExamples())) {
            schema.setFormat("date-time-local");
        }
        if (schema.getRef() != null) {
            // What is referred to says its type itself, and generators of clients stumble over a second one.
            schema.setType(null);
        }
        return schema;
    }

    private void complete(PathItem path) {
        path.getOperations().forEach((verb, operation) -> complete(verb, operation));
    }

    private void complete(PathItem.HttpMethod verb, Operation operation) {
        MethodInfo method = methods.get(operation.getOperationId());
        if (method == null) {
            throw new IllegalStateException("No resource method is named " + operation.getOperationId());
        }
        List<String> roles = Access.tell(operation, method);
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> "If-Match".equals(parameter.getName()))
                    .forEach(parameter -> parameter
                            .required(true)
                            .description("The ETag of the resource as the caller has seen it, or *.")
                            .schema(text()));
        }
        useDeclaredStatus(operation.getResponses(), method);
        DeprecationContract.complete(operation, method);
        BulkAnswers.use(operation);
        Refusals.of(verb, operation, roles).forEach(refusal -> operation
                .getResponses()
                .addAPIResponse(
                        refusal.status(), OASFactory.createAPIResponse().ref("#/components/responses/" + refusal)));
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && isView(response)) {
                response.addHeader("ETag", header("The version of the resource; send it in If-Match to change it."));
            }
            if (status.equals("201") && operation.getResponses().getAPIResponse("207") == null) {
                response.addHeader("Location", header("Where the new resource lives."));
            }
        });
        if (verb != PathItem.HttpMethod.GET) {
            WriteContract.complete(verb, operation, isView(operation));
        }
        if (verb == PathItem.HttpMethod.GET
                && operation.getResponses().getAPIResponse("200") != null
                && isView(operation.getResponses().getAPIResponse("200"))) {
            operation.addParameter(OASFactory.createParameter()
                    .name("If-None-Match")
                    .in(Parameter.In.HEADER)
                    .description("The ETag of the copy that the caller has; 304 if it is still right.")
                    .schema(text()));
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304", OASFactory.createAPIResponse().description("The caller's copy is still right."));
        }
        FileAnswers.use(operation.getResponses());
    }

    /** The generator takes every success for 200, whatever the method declares. */
    private static void useDeclaredStatus(APIResponses responses, MethodInfo method) {
        AnnotationInstance declared = method.declaredAnnotation(DotName.createSimple(ResponseStatus.class));
        APIResponse success = responses.getAPIResponse("200");
        if (declared != null && success != null) {
            responses.removeAPIResponse("200");
            String status = Integer.toString(declared.value().asInt());
            responses.addAPIResponse(
                    status,
                    success.description(
                            Status.fromStatusCode(declared.value().asInt()).getReasonPhrase()));
        }
    }

    private static boolean isView(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .anyMatch(answer -> answer.getKey().startsWith("2") && isView(answer.getValue()));
    }

    private static boolean isView(APIResponse response) {
        return response.getContent() != null
                && response.getContent().getMediaTypes().values().stream()
                        .map(media -> media.getSchema())
                        .anyMatch(schema -> schema != null
                                && schema.getRef() != null
                                && schema.getRef().endsWith("View"));
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
