package org.coalition.initiatives.initiative;

import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.initiatives.mandate.Mandate;

/**
 * The decision that an initiative came of, looked at at one moment.
 *
 * @param decision null if the initiative has no origin
 * @param mandate null if the decision is not known here at the moment; then nobody is told of it
 */
record Origin(UUID decision, Mandate mandate, Instant now) {
    boolean isKnownTo(Audience audience) {
        return mandate != null && mandate.isKnownTo(audience);
    }

    boolean isKnownTo(Caller caller) {
        return mandate != null && mandate.isKnownTo(caller);
    }

    String status() {
        return mandate.status(now);
    }

    boolean isDangling() {
        return mandate.isDangling();
    }

    /** Changes whenever what is told of the origin may. */
    String tag() {
        return decision == null ? "" : mandate == null ? ".-" : "." + mandate.tag(now);
    }
}
