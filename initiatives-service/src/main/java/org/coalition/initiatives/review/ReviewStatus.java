package org.coalition.initiatives.review;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of a review; the table is the only place that knows its arrows. */
public enum ReviewStatus {
    SUBMITTED,
    /** One side has signed off. */
    IN_REVIEW,
    /** Both sides have agreed to the content as it is. */
    APPROVED,
    /** One side has refused; what is changed then is submitted anew. */
    RETURNED,
    /** It was approved, and the content is another one now. Computed when it is read. */
    VOIDED,
    WITHDRAWN;

    /** The states that may follow this one. An approval is void as long as the content is not the one that was approved. */
    Set<ReviewStatus> next() {
        return switch (this) {
            case SUBMITTED -> EnumSet.of(IN_REVIEW, RETURNED, WITHDRAWN);
            case IN_REVIEW -> EnumSet.of(APPROVED, RETURNED, WITHDRAWN);
            case APPROVED -> EnumSet.of(VOIDED);
            case VOIDED -> EnumSet.of(APPROVED);
            case RETURNED, WITHDRAWN -> EnumSet.noneOf(ReviewStatus.class);
        };
    }

    /** Whether sign-offs are still to come. */
    boolean isOpen() {
        return next().contains(WITHDRAWN);
    }
}
