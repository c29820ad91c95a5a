package org.coalition.defaults.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.coalition.defaults.web.MergePatch;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.junit.jupiter.api.Test;

class MergePatchSchemaTest {
    private final OpenAPI contract = OASFactory.createOpenAPI().components(OASFactory.createComponents());
    private final Schema whole = OASFactory.createSchema()
            .addType(SchemaType.OBJECT)
            .addProperty("title", text().minLength(1))
            .addProperty("summary", text().maxLength(9))
            .addProperty("place", reference("Place").description("Where it is."))
            .addRequired("title");

    @Test
    void whatIsRequiredMayBeLeftAsItIsAndNotBeRemoved() {
        assertEquals(
                List.of(SchemaType.STRING), patch().getProperties().get("title").getType());
        assertNull(patch().getRequired());
    }

    @Test
    void theRestMayBeRemoved() {
        Schema summary = patch().getProperties().get("summary");
        assertEquals(List.of(SchemaType.STRING, SchemaType.NULL), summary.getType());
        assertEquals(9, summary.getMaxLength());
    }

    @Test
    void soMayWhatIsDescribedElsewhere() {
        Schema place = patch().getProperties().get("place");
        assertEquals("Where it is.", place.getDescription());
        assertNull(place.getRef());
        assertEquals("#/components/schemas/Place", place.getAnyOf().get(0).getRef());
        assertEquals(List.of(SchemaType.NULL), place.getAnyOf().get(1).getType());
    }

    @Test
    void anObjectIsPatchedInItsTurn() {
        contract.getComponents()
                .addSchema(
                        "Place",
                        OASFactory.createSchema()
                                .addType(SchemaType.OBJECT)
                                .addProperty("city", text())
                                .addProperty("street", text())
                                .addRequired("city"));
        Schema place = patch().getProperties().get("place");
        assertEquals("Where it is.", place.getDescription());
        assertEquals("#/components/schemas/PlacePatch", place.getAnyOf().get(0).getRef());
        Schema changes = contract.getComponents().getSchemas().get("PlacePatch");
        assertNull(changes.getRequired());
        assertEquals(
                List.of(SchemaType.STRING), changes.getProperties().get("city").getType());
        assertEquals(
                List.of(SchemaType.STRING, SchemaType.NULL),
                changes.getProperties().get("street").getType());
    }

    @Test
    void theRecordItselfStaysAsItWas() {
        Schema patched = patch();
        assertEquals(3, patched.getProperties().size());
        assertEquals(
                List.of(SchemaType.STRING), whole.getProperties().get("summary").getType());
    }

    private Schema patch() {
        contract.getComponents().addSchema("Details", whole);
        Operation operation = OASFactory.createOperation()
                .requestBody(OASFactory.createRequestBody()
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        MergePatch.MEDIA_TYPE,
                                        OASFactory.createMediaType().schema(reference("Details")))));
        MergePatchSchema.use(contract, operation);
        return contract.getComponents().getSchemas().get("DetailsPatch");
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }
}
