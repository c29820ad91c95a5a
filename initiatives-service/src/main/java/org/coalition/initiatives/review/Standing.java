package org.coalition.initiatives.review;

/** A review beside the hash of its content as it is, read in one statement. */
record Standing(Review review, String contentHash) {
    /** Of the content of a review {@code e} as it is. */
    static final String HASH = "cast(sql('content_hash(?, ?)', e.initiativeId, e.contributionId) as String)";

    static final String SELECT = "e, " + HASH;

    /** Whether a review {@code e} is the last one of its subject. */
    static final String LATEST = "not exists (select 1 from Review later where later.id > e.id and"
            + " coalesce(later.contributionId, later.initiativeId) = coalesce(e.contributionId, e.initiativeId))";

    /** Whether a review {@code e} is in a state, as it is shown. */
    static String is(ReviewStatus status) {
        return switch (status) {
            case APPROVED -> "e.status = APPROVED and e.approvedHash = " + HASH;
            case VOIDED -> "e.status = APPROVED and e.approvedHash <> " + HASH;
            case SUBMITTED, IN_REVIEW, RETURNED, WITHDRAWN -> "e.status = " + status;
        };
    }

    ReviewView view() {
        return ReviewView.of(review, contentHash);
    }
}
