package org.coalition.meetings.recommendation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.coalition.defaults.web.MergePatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sorted;
import org.coalition.meetings.agenda.AgendaItem;
import org.coalition.meetings.meeting.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recommendations")
class RecommendationResource {
    private final Recommendations recommendations;
    private final Caller caller;
    private final MergePatch patch;
    private final Ids ids;
    private final Clock clock;

    RecommendationResource(Recommendations recommendations, Caller caller, MergePatch patch, Ids ids, Clock clock) {
        this.recommendations = recommendations;
        this.caller = caller;
        this.patch = patch;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("recommendations")
    @PermitAll
    @Operation(summary = "Lists the recommendations of the meetings that the caller may know of")
    @Sorted(optional = "reviewOn")
    public Page<RecommendationView> listRecommendations(
            @Valid @BeanParam RecommendationFilter filter, @BeanParam PageQuery page) {
        return recommendations.list(filter, page);
    }

    @POST
    @Path("agenda-items/{id}/recommendations")
    @RolesAllowed(Roles.CHAIR)
    @ResponseStatus(201)
    @Operation(summary = "Proposes a recommendation under an agenda item")
    public RecommendationView proposeRecommendation(
            @PathParam("id") UUID agendaItem, @NotNull @Valid RecommendationDetails details) {
        return recommendations.create(() -> {
            AgendaItem item = recommendations.item(agendaItem);
            return Recommendation.propose(
                    ids.next(),
                    item,
                    recommendations.meetingOf(item),
                    recommendations.check(details),
                    caller.party(),
                    clock.instant());
        });
    }

    @GET
    @Path("recommendations/{id}")
    @PermitAll
    @Operation(summary = "Reads a recommendation")
    public RecommendationView getRecommendation(@PathParam("id") UUID id) {
        return recommendations.get(id);
    }

    @GET
    @Path("recommendations/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of a recommendation, the last first")
    public Page<HistoryEntry> listRecommendationHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return recommendations.history(id, page);
    }

    @PATCH
    @Path("recommendations/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Edits a proposed recommendation")
    @RequestBody(content = @Content(schema = @Schema(implementation = RecommendationDetails.class)))
    public RecommendationView reviseRecommendation(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return recommendations.change(
                id,
                ifMatch,
                (recommendation, meeting) -> recommendation.revise(
                        recommendations.check(patch.apply(recommendation.details(), changes)),
                        meeting,
                        caller.party()));
    }

    @POST
    @Path("recommendations/{id}/acceptance")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Accepts a recommendation")
    public RecommendationView acceptRecommendation(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return recommendations.change(
                id, ifMatch, (recommendation, meeting) -> recommendation.accept(meeting, caller.party()));
    }

    @POST
    @Path("recommendations/{id}/rejection")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Rejects a recommendation")
    public RecommendationView rejectRecommendation(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return recommendations.change(
                id, ifMatch, (recommendation, meeting) -> recommendation.reject(why.reason(), meeting, caller.party()));
    }

    @POST
    @Path("recommendations/{id}/implementation")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(summary = "Starts to implement a recommendation", description = "By its owner, host or chair.")
    public RecommendationView startImplementation(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return recommendations.change(
                id, ifMatch, (recommendation, meeting) -> recommendation.startImplementation(meeting, caller.party()));
    }

    @POST
    @Path("recommendations/{id}/completion")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(
            summary = "Completes the implementation of a recommendation",
            description = "By its owner, host or chair.")
    public RecommendationView completeImplementation(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return recommendations.change(
                id,
                ifMatch,
                (recommendation, meeting) -> recommendation.completeImplementation(meeting, caller.party()));
    }

    @POST
    @Path("recommendations/{id}/supersession")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Supersedes a recommendation")
    public RecommendationView supersedeRecommendation(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") IfMatch ifMatch,
            @NotNull @Valid SupersedeRecommendation by) {
        return recommendations.change(
                id,
                ifMatch,
                (recommendation, meeting) ->
                        recommendation.supersede(recommendations.check(by), meeting, caller.party()));
    }
}
