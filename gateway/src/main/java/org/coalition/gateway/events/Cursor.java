package org.coalition.gateway.events;

import java.util.Arrays;

/**
 * A place in the log: for each partition of each topic, the offset of the next record. Whatever lies before it has been told, whatever
 * lies behind it has not. It speaks of restricted topics too, so its text is encrypted ({@link Cursors}).
 */
public final class Cursor {
    private final long[] offsets;
    private final Snapshot snapshot;

    private Cursor(long[] offsets, Snapshot snapshot) {
        this.offsets = offsets;
        this.snapshot = snapshot;
    }

    static Cursor of(long... offsets) {
        return new Cursor(offsets.clone(), null);
    }

    /** The same place, to be reached through what is there now. */
    Cursor within(Snapshot part) {
        return new Cursor(offsets, part);
    }

    /** How far the telling of what is there now has come; null when events are followed. */
    Snapshot snapshot() {
        return snapshot;
    }

    int places() {
        return offsets.length;
    }

    long offset(int place) {
        return offsets[place];
    }

    /** The place behind a record. */
    Cursor after(int place, long next) {
        long[] moved = offsets.clone();
        moved[place] = next;
        return new Cursor(moved, null);
    }

    long[] offsets() {
        return offsets.clone();
    }

    /** Whether nothing before the other place lies behind this one. */
    boolean reaches(Cursor other) {
        for (int place = 0; place < offsets.length; place++) {
            if (offsets[place] < other.offsets[place]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cursor that
                && Arrays.equals(offsets, that.offsets)
                && java.util.Objects.equals(snapshot, that.snapshot);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(offsets);
    }

    /**
     * How far the telling of what is there now has come.
     *
     * @param service whose resources are being told, by its place among the services
     * @param cursor the service's own; empty at its beginning
     */
    record Snapshot(int service, String cursor) {}
}
