package org.coalition.gateway.events;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The last events, in memory: one writes, many read, none waits. What is pushed out is missed only by who is far behind, and notices.
 */
final class Ring {
    private final AtomicReferenceArray<Entry> entries;
    private final long maxBytes;
    private volatile Span span;
    private long bytes;

    /**
     * What the ring holds at one moment.
     *
     * @param first number of the first entry
     * @param end number behind the last one
     * @param begin the place before the first entry
     * @param place the place behind all that has been read
     */
    record Span(long first, long end, Cursor begin, Cursor place) {}

    Ring(int maxEvents, long maxBytes, Cursor begin) {
        this.entries = new AtomicReferenceArray<>(maxEvents);
        this.maxBytes = maxBytes;
        this.span = new Span(0, 0, begin, begin);
    }

    Span span() {
        return span;
    }

    /** The entry of this number; null if it is no longer there. */
    Entry get(long number) {
        Entry entry = entries.get(slot(number));
        // Asked after the slot was read: if the number is still in the span, the slot held it.
        return number >= span.first() ? entry : null;
    }

    /** Whether who stands at this place can go on from the ring. */
    boolean covers(Cursor place) {
        return place.reaches(span.begin());
    }

    /** Adds what was read, for all at once. */
    void add(Iterable<Entry> read, Cursor place) {
        Span now = span;
        long first = now.first();
        long end = now.end();
        Cursor begin = now.begin();
        for (Entry entry : read) {
            while (end - first == entries.length() || end > first && bytes + entry.bytes() > maxBytes) {
                Entry oldest = entries.get(slot(first));
                bytes -= oldest.bytes();
                begin = oldest.after();
                first++;
                // Readers must see it leave before its slot is taken.
                span = new Span(first, end, begin, now.place());
                entries.set(slot(first - 1), null);
            }
            entries.set(slot(end), entry);
            bytes += entry.bytes();
            end++;
        }
        span = new Span(first, end, begin, place);
    }

    /** The number of the first entry of which something may lie behind this place. */
    long find(Cursor place) {
        Span now = span;
        long low = now.first();
        long high = now.end();
        while (low < high) {
            long middle = (low + high) >>> 1;
            Entry entry = get(middle);
            // What has left the ring meanwhile lies before whatever is still there.
            if (entry == null || place.reaches(entry.after())) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int slot(long number) {
        return (int) (number % entries.length());
    }
}
