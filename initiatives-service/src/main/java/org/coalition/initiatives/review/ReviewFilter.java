package org.coalition.initiatives.review;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which reviews to list. */
public class ReviewFilter {
    @QueryParam("initiativeId")
    UUID initiativeId;

    @QueryParam("contributionId")
    UUID contributionId;

    @QueryParam("subject")
    @Parameter(description = "Whether initiatives themselves are reviewed, or contributions.")
    ReviewSubject subject;

    @QueryParam("party")
    @Parameter(description = "Code of the party that has submitted it.")
    String party;

    @QueryParam("status")
    @Parameter(description = "As it is shown: APPROVED lists only what still is.")
    ReviewStatus status;

    @QueryParam("latest")
    @Parameter(description = "Only the last review of each initiative or contribution.")
    Boolean latest;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(
            description = "Words of the remark, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing) {
        listing.matching("e.search", q)
                .and("e.initiativeId = :initiative", "initiative", initiativeId)
                .and("e.contributionId = :line", "line", contributionId)
                .and("e.party = :submitter", "submitter", party);
        if (subject != null) {
            listing.and(subject.condition());
        }
        if (latest != null) {
            listing.and((latest ? "" : "not ") + Standing.LATEST);
        }
        if (status != null) {
            listing.and(Standing.is(status));
        }
        return listing;
    }
}
