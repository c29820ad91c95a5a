package org.coalition.initiatives.need;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

/** How far a need is met, or that it is none any more; the table is the only place that knows its arrows. */
enum NeedStatus {
    OPEN,
    PARTLY_MET,
    MET,
    WITHDRAWN;

    /** The states that may follow this one; what is met follows from offers that are accepted, and from another quantity. */
    Set<NeedStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(PARTLY_MET, MET, WITHDRAWN);
            case PARTLY_MET -> EnumSet.of(MET, WITHDRAWN);
            case MET -> EnumSet.of(PARTLY_MET);
            case WITHDRAWN -> EnumSet.noneOf(NeedStatus.class);
        };
    }

    /** What a need is of which so much is met. */
    static NeedStatus of(BigDecimal met, BigDecimal quantity) {
        return met.signum() == 0 ? OPEN : met.compareTo(quantity) < 0 ? PARTLY_MET : MET;
    }

    /** Whether something is left to offer. */
    boolean takesOffers() {
        return this == OPEN || this == PARTLY_MET;
    }
}
