package org.coalition.gateway.delivery;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.problem.Unavailable;
import org.coalition.gateway.events.Batch;
import org.coalition.gateway.events.Cursor;
import org.coalition.gateway.events.Cursors;
import org.coalition.gateway.events.EventLog;
import org.coalition.gateway.events.ForeignCursor;
import org.coalition.gateway.events.LogUnavailable;
import org.coalition.gateway.events.LoggedEvent;
import org.coalition.gateway.events.RetentionPassed;

/** The event log, with its places as texts that the database keeps. */
@Singleton
class Feed {
    private static final String START = "start";

    private final EventLog log;
    private final Cursors cursors;

    Feed(EventLog log, Cursors cursors) {
        this.log = log;
        this.cursors = cursors;
    }

    /** Some events, and the place behind them. */
    record Part(List<LoggedEvent> events, String next) {}

    /** The place behind the last event. */
    String end() {
        try {
            return cursors.write(log.end());
        } catch (LogUnavailable e) {
            throw new Unavailable(e.getMessage());
        }
    }

    /** The place before the oldest event that is still there. */
    String start() {
        try {
            return cursors.write(log.first());
        } catch (LogUnavailable e) {
            throw new Unavailable(e.getMessage());
        }
    }

    /**
     * The place that a caller means: a cursor, a time, or {@code start}.
     *
     * @throws RuleViolated 422 at {@code /since} if it is none of them, or what follows it is gone
     */
    String since(String place) {
        if (place.equals(START)) {
            return start();
        }
        try {
            return cursors.write(cursors.read(place));
        } catch (ForeignCursor noCursor) {
            return at(place);
        }
    }

    private String at(String time) {
        try {
            return cursors.write(log.since(OffsetDateTime.parse(time).toInstant()));
        } catch (DateTimeException none) {
            throw new RuleViolated(
                    "/since",
                    "no-place",
                    "This is neither a cursor that was given out here, nor a time (RFC 3339), nor start.");
        } catch (RetentionPassed passed) {
            throw new RuleViolated(
                    "/since",
                    "passed",
                    "Not all events since then are still there; ask from start on for those that are.");
        } catch (LogUnavailable e) {
            throw new Unavailable(e.getMessage());
        }
    }

    /**
     * The events behind this place, in their order; none if none follow within the time.
     *
     * @throws RetentionPassed if they are no longer there
     */
    Part read(String place, int most, Duration wait) throws RetentionPassed, InterruptedException {
        try {
            Cursor from = cursors.read(place);
            if (!wait.isZero()) {
                log.await(from, wait);
            }
            Batch batch = log.read(from, most);
            return new Part(batch.events(), batch.next().equals(from) ? place : cursors.write(batch.next()));
        } catch (ForeignCursor keyIsAnother) {
            throw new IllegalStateException(
                    "The stored place was written with another coalition.events.key", keyIsAnother);
        } catch (LogUnavailable e) {
            throw new Unavailable(e.getMessage());
        }
    }
}
