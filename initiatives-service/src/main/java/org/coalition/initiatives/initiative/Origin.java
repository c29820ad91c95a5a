package org.coalition.initiatives.initiative;

import java.time.Instant;
import java.util.UUID;
import org.coalition.initiatives.mandate.Loss;
import org.coalition.initiatives.mandate.Mandate;

/**
 * The decision that an initiative came of, looked at at one moment.
 *
 * @param decision null if the initiative has no origin
 * @param mandate null if the decision is not known here at the moment; then nobody is told which it is
 */
record Origin(UUID decision, Mandate mandate, Instant now) {
    boolean isKnownTo(Onlooker onlooker) {
        return mandate != null && onlooker.mayKnow(mandate);
    }

    String status() {
        return mandate.status(now);
    }

    /** Whether there is one, of which nothing is known here. */
    boolean hasVanished() {
        return decision != null && mandate == null;
    }

    /** Why it can no longer carry the initiative; null if it can, or if there is none. */
    Loss loss() {
        return hasVanished() ? Loss.UNKNOWN : mandate == null ? null : mandate.loss(now);
    }

    /** Changes whenever what is told of the origin may. */
    String tag() {
        return decision == null ? "" : mandate == null ? ".-" : "." + mandate.tag(now);
    }
}
