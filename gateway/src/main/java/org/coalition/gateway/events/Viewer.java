package org.coalition.gateway.events;

import java.util.Optional;

/**
 * For whom events are looked at.
 *
 * @param party for which the subscriber speaks; none sees what is PUBLIC
 */
public record Viewer(Optional<String> party) {
    /** Somebody without a token, or whose token speaks for no party. */
    public static final Viewer ANONYMOUS = new Viewer(Optional.empty());

    /** Somebody who speaks for this party. */
    public static Viewer of(String party) {
        return new Viewer(Optional.of(party));
    }
}
