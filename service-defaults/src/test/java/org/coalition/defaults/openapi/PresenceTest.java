package org.coalition.defaults.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final String SENT = "#/components/schemas/Sent";

    @Test
    void aViewAlwaysHasItsPrimitivesTheListsThatItDoesNotLeaveOutAndWhatEveryResourceHas() throws IOException {
        Schema view = schema("SampleView", "id", "version", "title", "next", "details");
        assertEquals(
                Set.of("id", "version", "next"),
                Set.copyOf(told(view, "SampleView").getRequired()));
    }

    @Test
    void whatAnAnswerLeavesOutIfItIsEmptyIsNotPromised() throws IOException {
        assertEquals(
                List.of("status"),
                told(schema("Sparse", "status", "errors"), "Sparse").getRequired());
    }

    @Test
    void whatRequestsAreMadeOfStaysAsItsConstraintsSay() throws IOException {
        assertNull(told(schema("Sent", "count"), "Sent").getRequired());
    }

    private static Schema told(Schema schema, String name) throws IOException {
        OpenAPI contract = OASFactory.createOpenAPI()
                .components(OASFactory.createComponents().addSchema(name, schema))
                .paths(OASFactory.createPaths().addPathItem("/samples", post()));
        new Presence(Index.of(SampleView.class, Sparse.class, Sent.class)).tell(contract);
        return schema;
    }

    private static PathItem post() {
        return OASFactory.createPathItem()
                .POST(OASFactory.createOperation()
                        .requestBody(OASFactory.createRequestBody()
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/json",
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref(SENT))))));
    }

    private static Schema schema(String name, String... properties) {
        Schema schema = OASFactory.createSchema().title(name);
        for (String property : properties) {
            schema.addProperty(property, OASFactory.createSchema());
        }
        return schema;
    }

    record SampleView(
            UUID id,
            long version,
            String title,
            List<String> next,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<String> details)
            implements View {
        @Override
        public String path() {
            return "/v1/samples/" + id;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Sparse(int status, List<String> errors) {}

    record Sent(int count) {}
}
