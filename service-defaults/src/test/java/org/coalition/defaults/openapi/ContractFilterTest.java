package org.coalition.defaults.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.Index;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.junit.jupiter.api.Test;

class ContractFilterTest {
    private static final String VIEW = "#/components/schemas/SampleView";

    @Test
    void aSuccessHasTheStatusThatItsMethodDeclares() throws IOException {
        APIResponses answers = answers("create");
        assertFalse(answers.hasAPIResponse("200"));
        assertTrue(answers.hasAPIResponse("201"));
        assertEquals("Created", answers.getAPIResponse("201").getDescription());
        assertTrue(answers.getAPIResponse("201").getHeaders().containsKey("Location"));
    }

    @Test
    void aSuccessIsOtherwise200() throws IOException {
        APIResponses answers = answers("act");
        assertTrue(answers.hasAPIResponse("200"));
        assertFalse(answers.getAPIResponse("200").getHeaders().containsKey("Location"));
    }

    @Test
    void whatIsNoJsonIsAFile() throws IOException {
        Schema table = answers("act", "text/csv")
                .getAPIResponse("200")
                .getContent()
                .getMediaType("text/csv")
                .getSchema();
        assertNull(table.getRef());
        assertEquals("binary", table.getFormat());
    }

    private static APIResponses answers(String operation) throws IOException {
        return answers(operation, "application/json");
    }

    /** The answers of an operation after the filter, from a document as the generator gives it. */
    private static APIResponses answers(String operation, String mediaType) throws IOException {
        var content = OASFactory.createContent()
                .addMediaType(
                        mediaType,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(VIEW)));
        var success = OASFactory.createAPIResponse().description("OK").content(content);
        var post = OASFactory.createOperation()
                .operationId(operation)
                .responses(OASFactory.createAPIResponses().addAPIResponse("200", success));
        OpenAPI contract = OASFactory.createOpenAPI()
                .paths(OASFactory.createPaths()
                        .addPathItem("/samples", OASFactory.createPathItem().POST(post)));
        new ContractFilter(Index.of(SampleResource.class)).filterOpenAPI(contract);
        return contract.getPaths().getPathItem("/samples").getPOST().getResponses();
    }

    @Path("samples")
    @PermitAll
    static class SampleResource {
        @POST
        @ResponseStatus(201)
        public String create() {
            return "created";
        }

        @POST
        @Path("action")
        public String act() {
            return "done";
        }
    }
}
