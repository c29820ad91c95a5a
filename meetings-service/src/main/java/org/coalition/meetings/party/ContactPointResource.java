package org.coalition.meetings.party;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parties")
class ContactPointResource {
    private final ContactLists lists;

    ContactPointResource(ContactLists lists) {
        this.lists = lists;
    }

    @GET
    @Path("parties/{code}/contact-points")
    @PermitAll
    @Operation(
            summary = "Lists the contact points of a party",
            description = "For parties only. The ETag is that of the whole list, whatever the filter.")
    public ContactListView listContactPoints(
            @PathParam("code") String code, @QueryParam("topic") String topic, @QueryParam("stale") Boolean stale) {
        return lists.of(code, topic, stale);
    }

    @GET
    @Path("parties/{code}/contact-points/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a party's contact points, the last first")
    public Page<HistoryEntry> listContactPointHistory(@PathParam("code") String code, @BeanParam PageQuery page) {
        return lists.historyOf(code, page);
    }

    @PUT
    @Path("parties/{code}/contact-points")
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.ADMIN})
    @Operation(summary = "Replaces the contact points of a party", description = "By the party itself or an admin.")
    public ContactListView replaceContactPoints(
            @PathParam("code") String code,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid ReplaceContactPoints replace) {
        return lists.replace(code, ifMatch, replace.contactPoints());
    }

    @POST
    @Path("parties/{code}/contact-points/verification")
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.ADMIN})
    @Operation(
            summary = "Confirms that all contact points of a party are right today",
            description = "By the party itself or an admin.")
    public ContactListView verifyContactPoints(
            @PathParam("code") String code, @HeaderParam("If-Match") IfMatch ifMatch) {
        return lists.verify(code, ifMatch);
    }
}
