package org.coalition.initiatives.delivery;

import java.util.EnumSet;
import java.util.Set;

/** In whose hands a delivery is; the table is the only place that knows its arrows. */
public enum DeliveryStage {
    READY,
    DISPATCHED,
    AT_HUB,
    HANDED_OVER,
    RECEIPT_CONFIRMED,
    CANCELLED;

    /** The stages that may follow this one. Not every way leads through a hub; what is handed over is not cancelled. */
    Set<DeliveryStage> next() {
        return switch (this) {
            case READY -> EnumSet.of(DISPATCHED, CANCELLED);
            case DISPATCHED -> EnumSet.of(AT_HUB, HANDED_OVER, CANCELLED);
            case AT_HUB -> EnumSet.of(HANDED_OVER, CANCELLED);
            case HANDED_OVER -> EnumSet.of(RECEIPT_CONFIRMED);
            case RECEIPT_CONFIRMED, CANCELLED -> EnumSet.noneOf(DeliveryStage.class);
        };
    }

    /** Whether its receipt is still to come. */
    boolean isPending() {
        return !next().isEmpty();
    }

    /** Whether the contributing party still has it, so that the promised date is still its own to keep. */
    boolean isUnderway() {
        return next().contains(CANCELLED);
    }
}
