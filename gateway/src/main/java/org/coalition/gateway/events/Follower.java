package org.coalition.gateway.events;

/**
 * One reader's way along the ring. It may come from a place that is no place of this ring, since another gateway may have read the
 * topics in another order; so it passes over what lies before its place, partition by partition, until the two are the same.
 */
final class Follower {
    private final Ring ring;
    private long next;
    private Cursor place;
    private boolean aligned;

    /** Thrown if the ring has gone on without this reader. */
    static final class FellBehind extends Exception {
        private static final long serialVersionUID = 1;

        FellBehind() {
            super("fell behind", null, false, false);
        }
    }

    Follower(Ring ring, Cursor place) throws FellBehind {
        this.ring = ring;
        this.place = place;
        this.next = ring.find(place);
        // Asked last: had it left the ring before, what was found might not be all.
        if (!ring.covers(place)) {
            throw new FellBehind();
        }
    }

    /** The place behind all that was taken. */
    Cursor place() {
        return place;
    }

    /** The next entry behind the place; null if nothing follows as yet. */
    Entry take() throws FellBehind {
        while (true) {
            Ring.Span span = ring.span();
            if (next >= span.end()) {
                place = aligned ? span.place() : furthest(span.place());
                return null;
            }
            Entry entry = next < span.first() ? null : ring.get(next);
            if (entry == null) {
                throw new FellBehind();
            }
            next++;
            if (aligned) {
                place = entry.after();
                return entry;
            }
            if (entry.offset() >= place.offset(entry.place())) {
                place = place.after(entry.place(), entry.after().offset(entry.place()));
                aligned = place.equals(entry.after());
                return entry;
            }
            aligned = place.equals(entry.after());
        }
    }

    /** Whether something is there to be taken, or to be passed over. */
    boolean isBehind() {
        return next < ring.span().end();
    }

    private Cursor furthest(Cursor read) {
        long[] offsets = place.offsets();
        boolean same = true;
        for (int i = 0; i < offsets.length; i++) {
            same &= offsets[i] <= read.offset(i);
            offsets[i] = Math.max(offsets[i], read.offset(i));
        }
        aligned = same;
        return same ? read : Cursor.of(offsets);
    }
}
