package org.coalition.initiatives.mandate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a decision can no longer carry what rests on it. */
@Schema(description = "UNKNOWN: it is not known here at the moment, or in a state that is not.")
public enum Loss {
    REJECTED,
    BROKEN,
    WITHDRAWN,
    SUPERSEDED,
    UNKNOWN;

    static Loss byState(String announced) {
        for (Loss loss : values()) {
            if (loss.name().equals(announced)) {
                return loss;
            }
        }
        return UNKNOWN;
    }
}
