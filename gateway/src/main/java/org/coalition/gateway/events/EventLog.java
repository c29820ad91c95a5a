package org.coalition.gateway.events;

import java.time.Duration;
import java.time.Instant;

/**
 * The events of all services as one log. The events of one meeting or initiative, and of all that belongs to it, are in order; others
 * have none among each other. It holds what the topics hold, so it may begin somewhere.
 */
public interface EventLog {
    /**
     * The place behind all that has been read so far. What is committed later lies behind it.
     *
     * @throws LogUnavailable if the topics cannot be read now
     */
    Cursor end() throws LogUnavailable;

    /**
     * The place before the first event that the topics still hold.
     *
     * @throws LogUnavailable if the topics cannot be read now
     */
    Cursor first() throws LogUnavailable;

    /**
     * The place of the first events that came at this time or later.
     *
     * @throws RetentionPassed if some of them may be gone
     * @throws LogUnavailable if the topics cannot be read now
     */
    Cursor since(Instant time) throws RetentionPassed, LogUnavailable;

    /**
     * What follows a place, as far as it is there; waits for the topics to be read, so it is for worker threads.
     *
     * @param max no more than this many events; there may be fewer although more follow
     * @throws RetentionPassed if the topics no longer hold what follows
     * @throws LogUnavailable if they cannot be read now, or too many are reading
     */
    Batch read(Cursor from, int max) throws RetentionPassed, LogUnavailable;

    /** Waits until something may follow this place, or the time is up; for worker threads. */
    void await(Cursor place, Duration atMost) throws InterruptedException;
}
