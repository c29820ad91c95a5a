package org.coalition.initiatives.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The oversight review of an initiative or a contribution.")
record ReviewView(
        UUID id,
        long version,
        UUID initiativeId,

        @Schema(description = "Absent if the initiative itself is reviewed.")
        UUID contributionId,

        @Schema(description = "Who has submitted it; neither reviewer is of this party.")
        String party,

        String submittedBy,
        String remark,

        @Schema(description = "VOIDED: it was approved, and the content has changed since.")
        ReviewStatus status,

        @Schema(description = "On what grounds it was returned, or why it was withdrawn.")
        String statusReason,

        @Schema(description = "The states that may follow now.")
        List<ReviewStatus> next,

        @Schema(description = "SHA-256 of the content as it is now; /v1/reviews/{id}/content shows what it is of.")
        String contentHash,

        @Schema(description = "Whether any sign-off is void because the content has changed since.")
        boolean contentChanged,

        @Schema(description = "In the order of signing, void ones included.")
        List<SignOffView> signOffs,

        @Schema(description = "The sides that have not signed the content as it is, as long as the review is open.")
        List<Side> awaiting,

        @Schema(description = "The hash of the content that was approved.")
        String approvedHash,

        Instant approvedAt,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    /** @param hash of the content as it is */
    static ReviewView of(Review review, String hash) {
        List<SignOffView> signOffs = review.signatures().stream()
                .map(signature -> SignOffView.of(signature, hash))
                .toList();
        ReviewStatus status = review.status(hash);
        return new ReviewView(
                review.id(),
                review.version(),
                review.initiativeId(),
                review.contributionId(),
                review.party(),
                review.submittedBy(),
                review.remark(),
                status,
                review.statusReason(),
                List.copyOf(status.next()),
                hash,
                signOffs.stream().anyMatch(signOff -> !signOff.valid()),
                signOffs,
                status.isOpen() ? awaiting(signOffs) : List.of(),
                review.approvedHash(),
                review.approvedAt(),
                review.createdAt(),
                review.updatedAt());
    }

    private static List<Side> awaiting(List<SignOffView> signOffs) {
        return List.of(Side.values()).stream()
                .filter(side -> signOffs.stream().noneMatch(signOff -> signOff.valid() && signOff.side() == side))
                .toList();
    }

    /** Each content makes another text, although the version is the same. */
    @Override
    public String tag() {
        return version + "-" + contentHash.substring(0, 16);
    }

    @Override
    public String path() {
        return "/v1/reviews/" + id;
    }
}
