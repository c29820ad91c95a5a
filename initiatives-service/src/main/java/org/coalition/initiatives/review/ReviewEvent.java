package org.coalition.initiatives.review;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a review. */
sealed interface ReviewEvent extends DomainEvent {
    /** Both sides of oversight are to look at the content as it is. */
    record Submitted(String contentHash) implements ReviewEvent {}

    /** One side agrees; the other is still to come. */
    record SignedOff(Side side, String party, String contentHash) implements ReviewEvent {}

    /** Both sides agree to the same content. */
    record Approved(Side side, String party, String contentHash) implements ReviewEvent {}

    /** One side does not agree; it names its grounds. */
    record Returned(Side side, String party, String contentHash, String grounds) implements ReviewEvent {
        @Override
        public String reason() {
            return grounds;
        }
    }

    /** Nobody is asked any longer. */
    record Withdrawn(String reason) implements ReviewEvent {}

    /**
     * What was approved has changed since.
     *
     * @param contentHash of the content as it is now
     */
    record Voided(String approvedHash, String contentHash) implements ReviewEvent {}
}
