package org.coalition.initiatives.enduse;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
class ComplianceResource {
    private final Compliance compliance;

    ComplianceResource(Compliance compliance) {
        this.compliance = compliance;
    }

    @GET
    @Path("reports/end-use-compliance")
    @PermitAll
    @Operation(
            summary = "Reports whether the inventories of sensitive articles are done when they are due",
            description = "By count and by value, each figure with the list behind it.")
    public ComplianceView getEndUseCompliance(@BeanParam ArticleScope scope, @BeanParam ComplianceBreakdown breakdown) {
        return compliance.of(scope, breakdown.keys());
    }
}
