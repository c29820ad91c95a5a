package org.coalition.initiatives.oversight;

import org.coalition.initiatives.review.ReviewSubject;
import org.coalition.initiatives.review.StandingCounts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the last review of each stands. A path with a status lists precisely those.")
record ReviewStanding(
        @Schema(description = "Those that were ever submitted; the figures below add up to it.")
        long reviewed,

        @Schema(description = "Both sides have signed off the content as it is now.")
        long approved,

        @Schema(description = "At least one sign-off is still to come.")
        long awaiting,

        @Schema(description = "One side has refused.") long returned,

        @Schema(description = "Approved, and changed since.")
        long voided,

        long withdrawn,

        @Schema(description = "The path that lists these reviews; add &status=APPROVED, for instance.")
        String reviews) {

    static ReviewStanding of(StandingCounts counts, ReviewSubject subject, OversightScope scope) {
        return new ReviewStanding(
                counts.reviewed(),
                counts.approved(),
                counts.awaiting(),
                counts.returned(),
                counts.voided(),
                counts.withdrawn(),
                "/v1/reviews?latest=true&subject=" + subject + scope.query());
    }
}
