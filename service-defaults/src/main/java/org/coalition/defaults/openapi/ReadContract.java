package org.coalition.defaults.openapi;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.coalition.defaults.web.Sort;
import org.coalition.defaults.web.Sorted;
import org.coalition.defaults.web.SparseAnswer;
import org.coalition.defaults.web.Whole;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** What a read takes: by what a collection may be sorted, as its operation declares it, and which fields an answer may be cut to. */
final class ReadContract {
    private static final String JSON = "application/json";
    private static final DotName SORTED = DotName.createSimple(Sorted.class);
    private static final DotName WHOLE = DotName.createSimple(Whole.class);

    private ReadContract() {}

    static void complete(OpenAPI contract, Operation operation, MethodInfo method) {
        sort(operation, method.declaredAnnotation(SORTED));
        Set<String> fields = method.declaringClass().hasDeclaredAnnotation(WHOLE)
                ? Set.of()
                : fields(contract, operation.getResponses().getAPIResponse("200"));
        if (!fields.isEmpty()) {
            Schema field = text();
            fields.forEach(field::addEnumeration);
            operation.addParameter(OASFactory.createParameter()
                    .name("fields")
                    .in(Parameter.In.QUERY)
                    .style(Parameter.Style.FORM)
                    .explode(false)
                    .description(
                            "The answer has these fields only, and of a page each item; id and version are always there."
                                    + " The ETag stays that of the whole.")
                    .schema(OASFactory.createSchema()
                            .addType(SchemaType.ARRAY)
                            .items(field)
                            .maxItems(fields.size())));
        }
    }

    /** What can be left out of an answer is not required. */
    static void loosen(OpenAPI contract) {
        contract.getPaths().getPathItems().values().stream()
                .map(PathItem::getGET)
                .filter(read -> read != null && read.getParameters() != null)
                .filter(read ->
                        read.getParameters().stream().anyMatch(parameter -> "fields".equals(parameter.getName())))
                .map(read -> shown(contract, read.getResponses().getAPIResponse("200")))
                .filter(shown -> shown.getRequired() != null)
                .forEach(shown -> {
                    List<String> kept = shown.getRequired().stream()
                            .filter(SparseAnswer.KEPT::contains)
                            .toList();
                    shown.setRequired(kept.isEmpty() ? null : kept);
                });
    }

    private static void sort(Operation operation, AnnotationInstance sorted) {
        if (operation.getParameters() == null) {
            return;
        }
        if (sorted == null) {
            operation.setParameters(operation.getParameters().stream()
                    .filter(parameter -> !isSort(parameter))
                    .toList());
            return;
        }
        Schema order = text();
        Sort.values(names(sorted, "value"), names(sorted, "optional")).forEach(order::addEnumeration);
        operation.getParameters().stream()
                .filter(ReadContract::isSort)
                .forEach(parameter -> parameter.schema(order.defaultValue(Sort.CREATION)));
    }

    private static boolean isSort(Parameter parameter) {
        return "sort".equals(parameter.getName()) && parameter.getIn() == Parameter.In.QUERY;
    }

    private static List<String> names(AnnotationInstance sorted, String member) {
        return sorted.value(member) == null
                ? List.of()
                : List.of(sorted.value(member).asStringArray());
    }

    /** The names in a resource, or in the items of a page; none if the answer is not always one JSON object. */
    private static Set<String> fields(OpenAPI contract, APIResponse answer) {
        Schema shown = shown(contract, answer);
        return shown == null || shown.getProperties() == null
                ? Set.of()
                : new TreeSet<>(shown.getProperties().keySet());
    }

    private static Schema shown(OpenAPI contract, APIResponse answer) {
        if (answer == null
                || answer.getContent() == null
                || !answer.getContent().getMediaTypes().keySet().equals(Set.of(JSON))) {
            return null;
        }
        Schema whole = named(contract, answer.getContent().getMediaType(JSON).getSchema());
        if (whole == null || whole.getProperties() == null) {
            return null;
        }
        Schema items = whole.getProperties().get("items");
        return items != null && whole.getProperties().containsKey("next") ? named(contract, items.getItems()) : whole;
    }

    private static Schema named(OpenAPI contract, Schema schema) {
        if (schema == null || schema.getRef() == null) {
            return schema;
        }
        return contract.getComponents()
                .getSchemas()
                .get(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
