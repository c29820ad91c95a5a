package org.coalition.gateway.events;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Merges the open and the restricted partition of the same number into one order, by the positions of their records. The relay's
 * transactions follow each other, so as long as both have records, the lesser head is next. Where one has none, the other's head may go
 * only when nothing that was published before it can still come: when all has been read that stood in the empty one after the head was
 * seen.
 */
final class Lane {
    private final Deque<Pending> open = new ArrayDeque<>();
    private final Deque<Pending> restricted = new ArrayDeque<>();
    private long openCompleteAt = -1;
    private long restrictedCompleteAt = -1;

    void add(Pending record) {
        (Layout.isRestricted(record.place()) ? restricted : open).add(record);
    }

    /** Takes the record that is next; null if there is none, or it cannot be known yet which one it is. */
    Pending next() {
        Pending one = open.peek();
        Pending other = restricted.peek();
        if (one != null && other != null) {
            return one.position() <= other.position() ? open.poll() : restricted.poll();
        }
        if (one != null) {
            return one.round() <= restrictedCompleteAt ? open.poll() : null;
        }
        return other != null && other.round() <= openCompleteAt ? restricted.poll() : null;
    }

    /** Whether the open partition has to be read further before anything can go. */
    boolean waitsForOpen() {
        return open.isEmpty() && !restricted.isEmpty() && restricted.peek().round() > openCompleteAt;
    }

    /** Whether the restricted partition has to be read further before anything can go. */
    boolean waitsForRestricted() {
        return restricted.isEmpty() && !open.isEmpty() && open.peek().round() > restrictedCompleteAt;
    }

    /** Says that of the open partition all is here that stood in it after this round. */
    void openComplete(long round) {
        openCompleteAt = Math.max(openCompleteAt, round);
    }

    /** Says that of the restricted partition all is here that stood in it after this round. */
    void restrictedComplete(long round) {
        restrictedCompleteAt = Math.max(restrictedCompleteAt, round);
    }

    int waiting(boolean ofRestricted) {
        return (ofRestricted ? restricted : open).size();
    }

    /** The first record that has not been given out; null if there is none. */
    Pending head(boolean ofRestricted) {
        return (ofRestricted ? restricted : open).peek();
    }

    void clear() {
        open.clear();
        restricted.clear();
        openCompleteAt = -1;
        restrictedCompleteAt = -1;
    }
}
