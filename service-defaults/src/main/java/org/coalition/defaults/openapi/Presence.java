package org.coalition.defaults.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/**
 * Which properties an answer always has, so that its readers need not ask: a primitive, a list (empty rather than absent), and
 * what every resource has. Records that requests are made of tell that by their constraints.
 */
public final class Presence {
    private static final Set<String> OF_EVERY_VIEW = Set.of("id", "status", "createdAt", "updatedAt");
    private static final DotName VIEW = DotName.createSimple(View.class);
    private static final DotName INCLUSION = DotName.createSimple(JsonInclude.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName LIST = DotName.createSimple(List.class);

    private final Map<String, ClassInfo> records = new HashMap<>();

    Presence(IndexView index) {
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord()) {
                records.put(nameOf(type), type);
            }
        }
    }

    private static String nameOf(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    void tell(OpenAPI contract) {
        Map<String, Schema> schemas = contract.getComponents().getSchemas();
        Set<String> sent = new HashSet<>();
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .forEach(media -> collect(media.getSchema(), schemas, sent));
        schemas.forEach((name, schema) -> {
            ClassInfo type = records.get(name.startsWith("Page") && !records.containsKey(name) ? "Page" : name);
            if (type != null && !sent.contains(name) && schema.getProperties() != null) {
                tell(schema, type);
            }
        });
    }

    private static void tell(Schema schema, ClassInfo type) {
        for (String name : always(type)) {
            List<String> known = schema.getRequired();
            if (schema.getProperties().containsKey(name) && (known == null || !known.contains(name))) {
                schema.addRequired(name);
            }
        }
    }

    /** The components of a record that are in each answer made of it, as long as nobody cuts it. */
    public static List<String> always(ClassInfo type) {
        boolean omitsEmpty = type.hasDeclaredAnnotation(INCLUSION);
        boolean view = type.interfaceNames().contains(VIEW);
        return type.recordComponents().stream()
                .filter(component -> component.type().kind() == Type.Kind.PRIMITIVE
                        || component.type().name().equals(LIST) && !omitsEmpty && !isLeftOut(type, component)
                        || view && OF_EVERY_VIEW.contains(component.name()) && !isLeftOut(type, component))
                .map(RecordComponentInfo::name)
                .toList();
    }

    /** What is absent at times, where others always have it, says so by an inclusion of its own. */
    private static boolean isLeftOut(ClassInfo type, RecordComponentInfo component) {
        return type.field(component.name()).hasAnnotation(INCLUSION);
    }

    private static void collect(Schema schema, Map<String, Schema> schemas, Set<String> found) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (found.add(name)) {
                collect(schemas.get(name), schemas, found);
            }
        }
        Stream<Schema> single = Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema());
        Stream<Schema> many = Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream);
        Stream<Schema> properties =
                schema.getProperties() == null ? Stream.of() : schema.getProperties().values().stream();
        Stream.of(single, many, properties).flatMap(all -> all).forEach(part -> collect(part, schemas, found));
    }
}
