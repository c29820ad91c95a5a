package org.coalition.initiatives.need;

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
import org.coalition.defaults.clock.Ids;
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
@Tag(name = "Needs")
class OfferResource {
    private final Offers offers;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    OfferResource(Offers offers, Caller caller, Ids ids, Clock clock) {
        this.offers = offers;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("needs/{id}/offers")
    @PermitAll
    @Operation(summary = "Lists the offers to a need, in the order of their making")
    @Sorted("availableFrom")
    public Page<OfferView> listOffers(@PathParam("id") UUID need, @BeanParam PageQuery page) {
        return offers.to(need, page);
    }

    @POST
    @Path("needs/{id}/offers")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @ResponseStatus(201)
    @Operation(
            summary = "Makes an offer of the caller's party to a need of another one",
            description = "Needs no If-Match: offers do not depend on each other.")
    public OfferView makeOffer(@PathParam("id") UUID need, @NotNull @Valid MakeOffer offer) {
        return offers.create(
                () -> Offer.make(ids.next(), offers.open(need, offer), offer, caller.party(), clock.instant()));
    }

    @GET
    @Path("offers/{id}")
    @PermitAll
    @Operation(summary = "Reads an offer")
    public OfferView getOffer(@PathParam("id") UUID id) {
        return offers.get(id);
    }

    @GET
    @Path("offers/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of an offer, the last first")
    public Page<HistoryEntry> listOfferHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return offers.history(id, page);
    }

    @POST
    @Path("offers/{id}/acceptance")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Accepts an offer to a need of the caller's party, in part or whole",
            description = "Never more than is unmet.")
    public OfferView acceptOffer(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid AcceptOffer accepted) {
        return offers.accept(id, ifMatch, accepted.quantity());
    }

    @POST
    @Path("offers/{id}/refusal")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Declines an offer to a need of the caller's party")
    public OfferView declineOffer(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return offers.change(id, ifMatch, (offer, need) -> offer.decline(why.reason(), need, caller.party()));
    }

    @POST
    @Path("offers/{id}/withdrawal")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Withdraws an offer of the caller's party that is not accepted yet")
    public OfferView withdrawOffer(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return offers.change(id, ifMatch, (offer, need) -> offer.withdraw(why.reason(), caller.party()));
    }
}
