package org.coalition.gateway;

import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The connections of one event loop. One that does not bring a whole request head in time is closed, whether it is
 * silent or drips: an idle timeout alone would be content with one byte a second.
 */
final class Visitors {
    private static final long SERVED = Long.MAX_VALUE;

    private final Attendance attendance;
    private final long patienceNanos;
    private final Map<HttpConnection, Long> waitingSince = new HashMap<>();

    Visitors(Attendance attendance, Duration patience) {
        this.attendance = attendance;
        this.patienceNanos = patience.toNanos();
    }

    void arrived(HttpConnection connection) {
        waitingSince.put(connection, System.nanoTime());
        connection.closeHandler(closed -> noteEnd(waitingSince.remove(connection)));
    }

    /** The connection has a request under way, which has deadlines of its own. */
    void served(HttpConnection connection) {
        waitingSince.put(connection, SERVED);
        attendance.begun();
    }

    /** The connection waits for its next request. */
    void waiting(HttpConnection connection) {
        noteEnd(waitingSince.replace(connection, System.nanoTime()));
    }

    private void noteEnd(Long before) {
        if (before != null && before == SERVED) {
            attendance.ended();
        }
    }

    void dismissIdle() {
        long now = System.nanoTime();
        List.copyOf(waitingSince.entrySet()).forEach(visitor -> {
            if (visitor.getValue() != SERVED && now - visitor.getValue() > patienceNanos) {
                visitor.getKey().close();
            }
        });
    }
}
