package org.coalition.initiatives.transfer;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of a third-party transfer; the table is the only place that knows its arrows. */
public enum TransferStatus {
    REQUESTED,
    /** By who gave the articles. */
    AUTHORISED,
    TRANSFERRED,
    REFUSED,
    WITHDRAWN;

    /** The states that may follow this one. */
    Set<TransferStatus> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(AUTHORISED, REFUSED, WITHDRAWN);
            case AUTHORISED -> EnumSet.of(TRANSFERRED, WITHDRAWN);
            case TRANSFERRED, REFUSED, WITHDRAWN -> EnumSet.noneOf(TransferStatus.class);
        };
    }
}
