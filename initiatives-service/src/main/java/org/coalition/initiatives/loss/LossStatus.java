package org.coalition.initiatives.loss;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of a loss report; the table is the only place that knows its arrows. */
public enum LossStatus {
    REPORTED,
    /** By who gave the articles. */
    ACKNOWLEDGED,
    /** Who gave them does not believe it: the articles count as held. */
    DISPUTED,
    WITHDRAWN,
    /** They were found after all. */
    RECOVERED;

    /** The states that may follow this one. */
    Set<LossStatus> next() {
        return switch (this) {
            case REPORTED -> EnumSet.of(ACKNOWLEDGED, DISPUTED, WITHDRAWN);
            case ACKNOWLEDGED -> EnumSet.of(RECOVERED);
            case DISPUTED, WITHDRAWN, RECOVERED -> EnumSet.noneOf(LossStatus.class);
        };
    }
}
