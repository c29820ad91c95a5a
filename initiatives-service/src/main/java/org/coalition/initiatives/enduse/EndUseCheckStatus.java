package org.coalition.initiatives.enduse;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of an end-use check; the table is the only place that knows its arrows. An inspection begins as VERIFIED. */
public enum EndUseCheckStatus {
    /** By the holder; it counts for nothing yet. */
    REPORTED,
    VERIFIED,
    REJECTED;

    /** The states that may follow this one. */
    Set<EndUseCheckStatus> next() {
        return switch (this) {
            case REPORTED -> EnumSet.of(VERIFIED, REJECTED);
            case VERIFIED, REJECTED -> EnumSet.noneOf(EndUseCheckStatus.class);
        };
    }
}
