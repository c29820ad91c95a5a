package org.coalition.initiatives.mandate;

import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;

/**
 * A decision that initiatives can rest on, as the meetings-service last announced it.
 *
 * @param sequence its version
 * @param supersededFrom when another decision has taken its place, or will have; null if none has
 * @param circle who may know of it
 */
public record Mandate(UUID decision, long sequence, DecisionState state, Instant supersededFrom, Circle circle) {
    /** The state of the decision by the clock. */
    public String status(Instant now) {
        return state.at(now);
    }

    /** Whether it carries what rests on it: it is adopted, and no other decision has taken its place. */
    public boolean isInForce(Instant now) {
        return state.isAdopted(now) && !isSuperseded(now);
    }

    /** Why it can no longer carry what rests on it; null if it can, or still may come to. */
    public Loss loss(Instant now) {
        if (state.isDangling()) {
            return Loss.byState(state.announced());
        }
        return isSuperseded(now) ? Loss.SUPERSEDED : null;
    }

    private boolean isSuperseded(Instant now) {
        return supersededFrom != null && !now.isBefore(supersededFrom);
    }

    /** Whether this caller may know of it. */
    public boolean isKnownTo(Caller caller) {
        return circle.includes(caller);
    }

    /** Whether all of this audience may know of it. */
    public boolean isKnownTo(Audience audience) {
        return circle.covers(audience);
    }

    /** Changes whenever the answers of this mandate may, and tells nothing else about it. */
    public String tag(Instant now) {
        return sequence + (state.hasLapsed(now) ? "x" : "") + (isSuperseded(now) ? "s" : "");
    }
}
