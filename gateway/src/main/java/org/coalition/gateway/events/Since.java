package org.coalition.gateway.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** From where on events are asked for. */
final class Since {
    static final String PARAMETER = "since";
    static final String HEADER = "last-event-id";
    private static final String START = "start";
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+ -]\\d{2}:\\d{2})");

    private final Cursor cursor;
    private final Instant time;
    private final boolean start;

    private Since(Cursor cursor, Instant time, boolean start) {
        this.cursor = cursor;
        this.time = time;
        this.start = start;
    }

    /** From now on. */
    static final Since NOW = new Since(null, null, false);

    /**
     * Reads a cursor, a time or {@code start}.
     *
     * @param parameter where it was given, for the refusal
     */
    static Since of(String text, String parameter, Cursors cursors) throws BadQuery {
        if (text.equals(START)) {
            return new Since(null, null, true);
        }
        if (TIME.matcher(text).matches()) {
            try {
                // A plus sign that was not encoded has become a blank.
                Instant time = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
                return new Since(null, time, false);
            } catch (DateTimeException none) {
                throw new BadQuery(parameter, "malformed", "There is no such time.");
            }
        }
        try {
            return new Since(cursors.read(text), null, false);
        } catch (ForeignCursor foreign) {
            throw new BadQuery(
                    parameter,
                    "foreign-cursor",
                    "This is neither a cursor that was given out here, nor a time (RFC 3339), nor 'start'.");
        }
    }

    /** The place where it is; fails with {@link RetentionPassed} or {@link LogUnavailable}. */
    CompletableFuture<Cursor> place(KafkaLog log) {
        if (cursor != null) {
            return log.require(cursor).thenApply(held -> cursor);
        }
        if (time != null) {
            return log.at(time);
        }
        try {
            Cursor end = log.end();
            return CompletableFuture.completedFuture(start ? end.within(new Cursor.Snapshot(0, "")) : end);
        } catch (LogUnavailable e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
