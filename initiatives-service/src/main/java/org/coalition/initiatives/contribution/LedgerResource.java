package org.coalition.initiatives.contribution;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contributions")
class LedgerResource {
    private final Ledgers ledgers;
    private final Ids ids;

    LedgerResource(Ledgers ledgers, Ids ids) {
        this.ledgers = ledgers;
        this.ids = ids;
    }

    @GET
    @Path("contributions/{id}/entries")
    @PermitAll
    @Operation(summary = "Lists the ledger of a contribution, in the order of recording")
    public Page<LedgerEntryView> listEntries(
            @PathParam("id") UUID id, @BeanParam EntryFilter filter, @BeanParam PageQuery page) {
        return ledgers.entries(id, filter, page);
    }

    @GET
    @Path("contributions/{id}/entries/{entryId}")
    @PermitAll
    @Operation(summary = "Reads a ledger entry")
    public LedgerEntryView getEntry(@PathParam("id") UUID id, @PathParam("entryId") UUID entry) {
        return ledgers.entry(id, entry);
    }

    @POST
    @Path("contributions/{id}/entries")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @ResponseStatus(201)
    @Operation(
            summary = "Posts an entry to the ledger of a contribution of the caller's party",
            description = "Needs no If-Match: the limits hold whatever else is posted meanwhile.")
    public LedgerEntryView postEntry(@PathParam("id") UUID id, @NotNull @Valid PostEntry entry) {
        return ledgers.post(id, ids.next(), entry);
    }

    @POST
    @Path("contributions/{id}/entries/{entryId}/reversal")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @ResponseStatus(201)
    @Operation(
            summary = "Reverses a ledger entry",
            description = "As a whole, once, by an entry of the opposite amount. Needs no If-Match.")
    public LedgerEntryView reverseEntry(
            @PathParam("id") UUID id, @PathParam("entryId") UUID entry, @NotNull @Valid ReverseEntry why) {
        return ledgers.reverse(id, entry, ids.next(), why.reason());
    }
}
