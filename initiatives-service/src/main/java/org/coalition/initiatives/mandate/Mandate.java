package org.coalition.initiatives.mandate;

import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;

/**
 * A decision that initiatives can rest on, as the meetings-service last announced it.
 *
 * @param sequence its version
 * @param circle who may know of it
 */
public record Mandate(UUID decision, long sequence, DecisionState state, Circle circle) {
    /** The state of the decision by the clock. */
    public String status(Instant now) {
        return state.at(now);
    }

    public boolean isAdopted(Instant now) {
        return state.isAdopted(now);
    }

    /** Whether it can no longer carry what rests on it: it was rejected, broken, withdrawn or replaced. */
    public boolean isDangling() {
        return state.isDangling();
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
        return sequence + (state.hasLapsed(now) ? "x" : "");
    }
}
