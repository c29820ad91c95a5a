package org.coalition.gateway.events;

/** Who listens, and to what. */
record Subscription(Viewer viewer, Wanted wanted) {
    /** The event as this subscriber is told of it; null if it is not. */
    LoggedEvent told(LoggedEvent event) {
        LoggedEvent seen = event.seenBy(viewer);
        return seen != null && wanted.includes(seen) ? seen : null;
    }
}
