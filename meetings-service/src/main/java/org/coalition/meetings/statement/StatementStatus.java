package org.coalition.meetings.statement;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of a joint statement; the table is the only place that knows its arrows. */
public enum StatementStatus {
    DRAFT,
    OPEN_FOR_ENDORSEMENT,
    PUBLISHED,
    WITHDRAWN;

    /** The states that may follow this one. */
    Set<StatementStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(OPEN_FOR_ENDORSEMENT, WITHDRAWN);
            case OPEN_FOR_ENDORSEMENT -> EnumSet.of(PUBLISHED, WITHDRAWN);
            case PUBLISHED, WITHDRAWN -> EnumSet.noneOf(StatementStatus.class);
        };
    }
}
