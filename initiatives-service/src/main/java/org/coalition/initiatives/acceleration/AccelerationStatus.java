package org.coalition.initiatives.acceleration;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of an acceleration request; the table is the only place that knows its arrows. */
public enum AccelerationStatus {
    REQUESTED,
    COUNTERED,
    ACCEPTED,
    DECLINED,
    WITHDRAWN;

    /** The states that may follow this one: the giver answers a request, the asker a counter. */
    Set<AccelerationStatus> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(COUNTERED, ACCEPTED, DECLINED, WITHDRAWN);
            case COUNTERED -> EnumSet.of(ACCEPTED, WITHDRAWN);
            case ACCEPTED, DECLINED, WITHDRAWN -> EnumSet.noneOf(AccelerationStatus.class);
        };
    }
}
