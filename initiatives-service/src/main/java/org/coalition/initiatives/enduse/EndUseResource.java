package org.coalition.initiatives.enduse;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sorted;
import org.coalition.initiatives.initiative.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "End-use monitoring")
class EndUseResource {
    private final EndUseChecks checks;
    private final Inventory inventory;

    EndUseResource(EndUseChecks checks, Inventory inventory) {
        this.checks = checks;
        this.inventory = inventory;
    }

    @GET
    @Path("articles")
    @PermitAll
    @Operation(
            summary = "Lists the serial-numbered articles that have arrived, with their next check",
            description =
                    "They come of the confirmed receipts of deliveries, within the initiatives the caller may know of.")
    @Sorted({"arrivedOn", "serialNumber"})
    public Page<ArticleView> listArticles(
            @BeanParam ArticleScope scope, @BeanParam ArticleFilter filter, @BeanParam PageQuery page) {
        return inventory.list(scope, filter, page);
    }

    @GET
    @Path("end-use-checks")
    @PermitAll
    @Operation(summary = "Lists the end-use checks within the initiatives that the caller may know of")
    @Sorted("checkedOn")
    public Page<EndUseCheckView> listEndUseChecks(
            @Valid @BeanParam EndUseCheckFilter filter, @BeanParam PageQuery page) {
        return checks.list(filter, page);
    }

    @POST
    @Path("deliveries/{id}/end-use-checks")
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.OVERSEER_MILITARY})
    @ResponseStatus(201)
    @Operation(
            summary = "Records an end-use check of articles that came by a delivery",
            description = "By an overseer of another party than the holder; or by the holder, to be verified by one.")
    public EndUseCheckView recordEndUseCheck(@PathParam("id") UUID delivery, @NotNull @Valid RecordEndUseCheck check) {
        return checks.record(delivery, check);
    }

    @GET
    @Path("end-use-checks/{id}")
    @PermitAll
    @Operation(summary = "Reads an end-use check")
    public EndUseCheckView getEndUseCheck(@PathParam("id") UUID id) {
        return checks.get(id);
    }

    @GET
    @Path("end-use-checks/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of an end-use check, the last first")
    public Page<HistoryEntry> listEndUseCheckHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return checks.history(id, page);
    }

    @POST
    @Path("end-use-checks/{id}/verification")
    @RolesAllowed(Roles.OVERSEER_MILITARY)
    @Operation(summary = "Verifies what a holder has reported", description = "By an overseer of another party.")
    public EndUseCheckView verifyEndUseCheck(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return checks.verify(id, ifMatch);
    }

    @POST
    @Path("end-use-checks/{id}/rejection")
    @RolesAllowed(Roles.OVERSEER_MILITARY)
    @Operation(summary = "Rejects what a holder has reported", description = "By an overseer of another party.")
    public EndUseCheckView rejectEndUseCheck(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return checks.reject(id, ifMatch, why.reason());
    }
}
