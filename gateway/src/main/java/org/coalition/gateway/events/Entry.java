package org.coalition.gateway.events;

import java.nio.charset.StandardCharsets;

/** An event in the order in which this gateway gives it out, with what many subscribers get of it alike. */
final class Entry {
    /** What an entry takes in memory beside its data, roughly. */
    private static final int OVERHEAD = 2_500;

    private final LoggedEvent event;
    private final int place;
    private final long offset;
    private final Cursor after;
    private final long recordedMillis;
    // Made when first asked for, and by two at once perhaps; either is right.
    private volatile byte[] id;
    private volatile byte[] frame;

    Entry(LoggedEvent event, int place, long offset, Cursor after) {
        this.event = event;
        this.place = place;
        this.offset = offset;
        this.after = after;
        this.recordedMillis = event.recordedAt().toEpochMilli();
    }

    LoggedEvent event() {
        return event;
    }

    int place() {
        return place;
    }

    long offset() {
        return offset;
    }

    /** When the service recorded it. */
    long recordedMillis() {
        return recordedMillis;
    }

    /** The place behind it, for who has got all that came before. */
    Cursor after() {
        return after;
    }

    /** The line with the cursor behind it. */
    byte[] id(Cursors cursors) {
        byte[] known = id;
        if (known == null) {
            known = idLine(cursors, after);
            id = known;
        }
        return known;
    }

    static byte[] idLine(Cursors cursors, Cursor cursor) {
        return ("id: " + cursors.write(cursor) + '\n').getBytes(StandardCharsets.US_ASCII);
    }

    /** The lines with the event itself, and the empty one that ends it. */
    byte[] frame(LoggedEvent seen) {
        if (seen != event) {
            return lines(seen);
        }
        byte[] known = frame;
        if (known == null) {
            known = lines(event);
            frame = known;
        }
        return known;
    }

    static byte[] lines(LoggedEvent seen) {
        byte[] json = seen.json();
        byte[] begin = ("event: " + seen.type() + "\ndata: ").getBytes(StandardCharsets.UTF_8);
        byte[] lines = new byte[begin.length + json.length + 2];
        System.arraycopy(begin, 0, lines, 0, begin.length);
        System.arraycopy(json, 0, lines, begin.length, json.length);
        lines[lines.length - 2] = '\n';
        lines[lines.length - 1] = '\n';
        return lines;
    }

    /** What it takes in memory, the lines included that will be made of it. */
    int bytes() {
        return OVERHEAD + 2 * event.size();
    }
}
