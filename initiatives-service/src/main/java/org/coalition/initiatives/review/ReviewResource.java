package org.coalition.initiatives.review;

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
@Tag(name = "Oversight reviews")
class ReviewResource {
    private final Reviews reviews;
    private final Caller caller;

    ReviewResource(Reviews reviews, Caller caller) {
        this.reviews = reviews;
        this.caller = caller;
    }

    @GET
    @Path("reviews")
    @PermitAll
    @Operation(summary = "Lists the oversight reviews within the initiatives that the caller may know of")
    @Sorted(optional = "approvedAt")
    public Page<ReviewView> listReviews(@Valid @BeanParam ReviewFilter filter, @BeanParam PageQuery page) {
        return reviews.list(filter, page);
    }

    @POST
    @Path("initiatives/{id}/reviews")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @ResponseStatus(201)
    @Operation(
            summary = "Submits an initiative that the caller's party leads for oversight review",
            description = "Also anew, after it was returned, withdrawn or voided; one review at a time.")
    public ReviewView submitInitiativeForReview(@PathParam("id") UUID initiative, @NotNull @Valid SubmitReview submit) {
        return reviews.submitInitiative(initiative, submit);
    }

    @POST
    @Path("contributions/{id}/reviews")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @ResponseStatus(201)
    @Operation(
            summary = "Submits a contribution of the caller's party, with its ledger, for review",
            description = "Also anew, after it was returned, withdrawn or voided; one review at a time.")
    public ReviewView submitContributionForReview(
            @PathParam("id") UUID contribution, @NotNull @Valid SubmitReview submit) {
        return reviews.submitContribution(contribution, submit);
    }

    @GET
    @Path("reviews/{id}")
    @PermitAll
    @Operation(summary = "Reads an oversight review, with what its sign-offs are worth now")
    public ReviewView getReview(@PathParam("id") UUID id) {
        return reviews.get(id);
    }

    @GET
    @Path("reviews/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of an oversight review, the last first")
    public Page<HistoryEntry> listReviewHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return reviews.history(id, page);
    }

    @GET
    @Path("reviews/{id}/content")
    @PermitAll
    @Operation(summary = "Reads what is reviewed, as it is now, with the hash that a sign-off names")
    public ReviewedContent getReviewedContent(@PathParam("id") UUID id) {
        return reviews.content(id);
    }

    @POST
    @Path("reviews/{id}/sign-offs")
    @RolesAllowed({Roles.OVERSEER_MILITARY, Roles.OVERSEER_DIPLOMATIC})
    @Operation(
            summary = "Signs a review off for one side, or refuses it",
            description = "Two persons of two parties other than the submitter's; names the content that was read.")
    public ReviewView signReview(@PathParam("id") UUID id, @NotNull @Valid SignOff signOff) {
        return reviews.sign(id, signOff);
    }

    @POST
    @Path("reviews/{id}/withdrawal")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(summary = "Withdraws a review that the caller's party has submitted")
    public ReviewView withdrawReview(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return reviews.change(id, ifMatch, review -> review.withdraw(why.reason(), caller.party()));
    }
}
