package org.coalition.meetings.party;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.MergePatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sorted;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parties")
class PartyResource {
    private final Parties parties;
    private final MergePatch patch;
    private final Ids ids;
    private final Clock clock;

    PartyResource(Parties parties, MergePatch patch, Ids ids, Clock clock) {
        this.parties = parties;
        this.patch = patch;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("parties")
    @PermitAll
    @Operation(summary = "Lists the parties")
    @Sorted(
            value = {"code", "name"},
            optional = "memberSince")
    public Page<PartyView> listParties(
            @QueryParam("kind") PartyKind kind,
            @QueryParam("q")
                    @Size(max = 200)
                    @Parameter(
                            description =
                                    "Words of the name, by their stems; a phrase in quotes, a word to exclude after a minus.")
                    String q,
            @BeanParam PageQuery page) {
        return parties.list(kind, q, page);
    }

    @POST
    @Path("parties")
    @RolesAllowed(Roles.ADMIN)
    @ResponseStatus(201)
    @Operation(summary = "Registers a party")
    public PartyView registerParty(@NotNull @Valid RegisterParty registration) {
        return parties.create(() -> {
            parties.requireFree(registration.code());
            return Party.register(ids.next(), registration, clock.instant());
        });
    }

    @GET
    @Path("parties/{code}")
    @PermitAll
    @Operation(summary = "Reads a party")
    public PartyView getParty(@PathParam("code") String code) {
        return parties.get(code);
    }

    @GET
    @Path("parties/{code}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a party, the last first")
    public Page<HistoryEntry> listPartyHistory(@PathParam("code") String code, @BeanParam PageQuery page) {
        return parties.history(parties.idOf(code), page);
    }

    @PATCH
    @Path("parties/{code}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Edits a party")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReviseParty.class)))
    public PartyView reviseParty(
            @PathParam("code") String code, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return parties.change(
                parties.idOf(code), ifMatch, party -> party.revise(patch.apply(ReviseParty.of(party), changes)));
    }
}
