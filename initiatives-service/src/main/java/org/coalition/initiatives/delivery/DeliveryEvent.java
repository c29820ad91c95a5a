package org.coalition.initiatives.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a delivery. What happened before it was recorded is announced with its own time. */
sealed interface DeliveryEvent extends DomainEvent {
    /** A day is promised. */
    record Planned() implements DeliveryEvent {}

    /** What is planned is another. */
    record Revised() implements DeliveryEvent {}

    /** To a part of its line, which was split. */
    record Moved(UUID from, UUID to) implements DeliveryEvent {}

    /** It is on its way. */
    record Dispatched(Instant at) implements DeliveryEvent {
        @Override
        public Instant happenedAt(Instant recordedAt) {
            return at;
        }
    }

    /** It has come to a hub on its way. */
    record ReachedHub(Instant at) implements DeliveryEvent {
        @Override
        public Instant happenedAt(Instant recordedAt) {
            return at;
        }
    }

    /** The recipient has it; the receipt is to be confirmed. */
    record HandedOver(Instant at, BigDecimal amount) implements DeliveryEvent {
        @Override
        public Instant happenedAt(Instant recordedAt) {
            return at;
        }
    }

    /**
     * The recipient has said what it keeps, which the ledger counts.
     *
     * @param entryId the DELIVERY in the ledger; null if nothing was kept
     */
    record ReceiptConfirmed(Instant at, BigDecimal kept, UUID entryId) implements DeliveryEvent {
        @Override
        public Instant happenedAt(Instant recordedAt) {
            return at;
        }
    }

    /**
     * Part of what was received went back.
     *
     * @param entryId the DELIVERY over what is still kept; null if nothing is
     */
    record GoodsReturned(Instant at, BigDecimal amount, BigDecimal kept, UUID entryId, String reason)
            implements DeliveryEvent {
        @Override
        public Instant happenedAt(Instant recordedAt) {
            return at;
        }
    }

    /** It will not come. */
    record Cancelled(String reason) implements DeliveryEvent {}

    /** Another day is promised. */
    record PromiseRevised(LocalDate from, LocalDate to, String reason) implements DeliveryEvent {}

    /** An earlier day is promised, as was asked for. */
    record BroughtForward(LocalDate from, LocalDate to, UUID accelerationRequestId) implements DeliveryEvent {}

    /**
     * The promised day has passed and it is not received.
     *
     * @param since when the day after the promised one began
     */
    record BecameLate(LocalDate promisedOn, Instant since) implements DeliveryEvent {
        @Override
        public Instant happenedAt(Instant recordedAt) {
            return since;
        }
    }
}
