package org.coalition.initiatives.transfer;

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
import java.time.Clock;
import java.util.UUID;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.identity.Caller;
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
@Tag(name = "Third-party transfers")
class TransferResource {
    private final Transfers transfers;
    private final Caller caller;
    private final Clock clock;

    TransferResource(Transfers transfers, Caller caller, Clock clock) {
        this.transfers = transfers;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("transfers")
    @PermitAll
    @Operation(summary = "Lists the third-party transfers of the initiatives that the caller may know of")
    @Sorted(optional = "transferredOn")
    public Page<TransferView> listTransfers(@Valid @BeanParam TransferFilter filter, @BeanParam PageQuery page) {
        return transfers.list(filter, page);
    }

    @POST
    @Path("deliveries/{id}/transfers")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @ResponseStatus(201)
    @Operation(summary = "Asks to hand on articles that the caller's party holds")
    public TransferView requestTransfer(@PathParam("id") UUID delivery, @NotNull @Valid RequestTransfer wanted) {
        return transfers.request(delivery, wanted);
    }

    @GET
    @Path("transfers/{id}")
    @PermitAll
    @Operation(summary = "Reads a third-party transfer")
    public TransferView getTransfer(@PathParam("id") UUID id) {
        return transfers.get(id);
    }

    @GET
    @Path("transfers/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a third-party transfer, the last first")
    public Page<HistoryEntry> listTransferHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return transfers.history(id, page);
    }

    @POST
    @Path("transfers/{id}/authorisation")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Authorises a transfer", description = "By who gave the articles.")
    public TransferView authoriseTransfer(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return transfers.change(id, ifMatch, transfer -> transfer.authorise(caller.party(), clock.instant()));
    }

    @POST
    @Path("transfers/{id}/refusal")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Refuses a transfer", description = "By who gave the articles.")
    public TransferView refuseTransfer(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return transfers.change(id, ifMatch, transfer -> transfer.refuse(why.reason(), caller.party()));
    }

    @POST
    @Path("transfers/{id}/withdrawal")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Withdraws a transfer that was not made", description = "By who holds the articles.")
    public TransferView withdrawTransfer(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return transfers.change(id, ifMatch, transfer -> transfer.withdraw(why.reason(), caller.party()));
    }

    @POST
    @Path("transfers/{id}/completion")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Records that an authorised transfer was made", description = "By who held the articles.")
    public TransferView completeTransfer(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid RecordTransfer made) {
        return transfers.complete(id, ifMatch, made);
    }
}
