package org.coalition.initiatives.milestone;

import java.util.EnumSet;
import java.util.Set;

/**
 * The lifecycle of a milestone; the table is the only place that knows its arrows. The states are those of the OCDS (milestone
 * status). An assessment is corrected by going back to SCHEDULED, for a reason.
 */
public enum MilestoneStatus {
    SCHEDULED,
    MET,
    PARTIALLY_MET,
    NOT_MET;

    /** The states that may follow this one. */
    public Set<MilestoneStatus> next() {
        return switch (this) {
            case SCHEDULED -> EnumSet.of(MET, PARTIALLY_MET, NOT_MET);
            case PARTIALLY_MET -> EnumSet.of(SCHEDULED, MET, NOT_MET);
            case MET, NOT_MET -> EnumSet.of(SCHEDULED);
        };
    }
}
