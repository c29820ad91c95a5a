package org.coalition.initiatives.need;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of an offer; the table is the only place that knows its arrows. */
enum OfferStatus {
    OFFERED,
    ACCEPTED,
    DECLINED,
    WITHDRAWN;

    /** The states that may follow this one. */
    Set<OfferStatus> next() {
        return this == OFFERED ? EnumSet.of(ACCEPTED, DECLINED, WITHDRAWN) : EnumSet.noneOf(OfferStatus.class);
    }
}
