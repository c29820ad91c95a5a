package org.coalition.initiatives.review;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a review. */
sealed interface ReviewEvent extends DomainEvent {
    record Submitted(String contentHash) implements ReviewEvent {}

    /** One side agrees; the other is still to come. */
    record SignedOff(Side side, String party, String contentHash) implements ReviewEvent {}

    /** Both sides agree to the same content. */
    record Approved(Side side, String party, String contentHash) implements ReviewEvent {}

    record Returned(Side side, String party, String contentHash, String grounds) implements ReviewEvent {
        @Override
        public String reason() {
            return grounds;
        }
    }

    record Withdrawn(String reason) implements ReviewEvent {}

    /** @param contentHash of the content as it is now */
    record Voided(String approvedHash, String contentHash) implements ReviewEvent {}
}
