package org.coalition.defaults.openapi;

import org.coalition.defaults.web.MergePatch;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The body of a PATCH: the record that it edits, of which a merge patch need name only what changes. */
final class MergePatchSchema {
    private MergePatchSchema() {}

    static void use(OpenAPI contract, Operation patch) {
        if (patch == null) {
            return;
        }
        MediaType body = patch.getRequestBody().getContent().getMediaType(MergePatch.MEDIA_TYPE);
        String ref = body.getSchema().getRef();
        String name = ref.substring(ref.lastIndexOf('/') + 1);
        Schema whole = contract.getComponents().getSchemas().get(name);
        contract.getComponents()
                .addSchema(
                        name + "Patch",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .description("What changes of " + name + "; a property that is null is removed.")
                                .properties(whole.getProperties()));
        body.setSchema(OASFactory.createSchema().ref("#/components/schemas/" + name + "Patch"));
    }
}
