package org.coalition.defaults.openapi;

import java.util.ArrayList;
import java.util.List;
import org.coalition.defaults.web.MergePatch;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The body of a PATCH: the record that it edits, of which a merge patch need name only what changes, down to the members of its
 * members. What the record can do without may be null, so that generated clients tell "leave it" from "remove it".
 */
final class MergePatchSchema {
    private static final String SCHEMAS = "#/components/schemas/";

    private MergePatchSchema() {}

    static void use(OpenAPI contract, Operation patch) {
        if (patch != null) {
            MediaType body = patch.getRequestBody().getContent().getMediaType(MergePatch.MEDIA_TYPE);
            body.setSchema(patchOf(contract, body.getSchema().getRef().substring(SCHEMAS.length())));
        }
    }

    private static Schema patchOf(OpenAPI contract, String name) {
        String patch = name + "Patch";
        if (!contract.getComponents().getSchemas().containsKey(patch)) {
            Schema whole = schema(contract, name);
            List<String> required = whole.getRequired() == null ? List.of() : whole.getRequired();
            Schema changes = OASFactory.createSchema()
                    .addType(SchemaType.OBJECT)
                    .description("What changes of " + name + "; a property that is null is removed.");
            contract.getComponents().addSchema(patch, changes);
            whole.getProperties().forEach((property, schema) -> {
                Schema part = part(contract, schema);
                changes.addProperty(property, required.contains(property) ? part : removable(part));
            });
        }
        return OASFactory.createSchema().ref(SCHEMAS + patch);
    }

    /** An object is patched in its turn; anything else, a list too, is put in whole. */
    private static Schema part(OpenAPI contract, Schema property) {
        if (property.getRef() == null) {
            return property;
        }
        String name = property.getRef().substring(SCHEMAS.length());
        Schema target = schema(contract, name);
        return target == null || target.getProperties() == null
                ? property
                : patchOf(contract, name).description(property.getDescription());
    }

    private static Schema removable(Schema property) {
        Schema none = OASFactory.createSchema().addType(SchemaType.NULL);
        if (property.getRef() != null) {
            return OASFactory.createSchema()
                    .description(property.getDescription())
                    .examples(property.getExamples())
                    .anyOf(List.of(OASFactory.createSchema().ref(property.getRef()), none));
        }
        Schema removable = OASFactory.createSchema();
        removable.setAll(property.getAll());
        List<SchemaType> types = new ArrayList<>(property.getType());
        types.add(SchemaType.NULL);
        removable.setType(types);
        return removable;
    }

    private static Schema schema(OpenAPI contract, String name) {
        return contract.getComponents().getSchemas().get(name);
    }
}
