package org.coalition.gateway.events;

import java.util.List;

/**
 * A part of the log that was read from the topics, not from the ring.
 *
 * @param next the place behind it
 */
record Stretch(List<Entry> entries, Cursor next) {
    int bytes() {
        return entries.stream().mapToInt(Entry::bytes).sum();
    }
}
