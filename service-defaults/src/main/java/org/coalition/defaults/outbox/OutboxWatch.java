package org.coalition.defaults.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Listens for other instances that have written something, and measures what waits. On a thread and a connection of its own, so
 * that it sees and tells when the relay is held up.
 */
final class OutboxWatch {
    private static final Logger LOG = Logger.getLogger(OutboxWatch.class);
    private static final int LOOK_EVERY_MILLIS = 1_000;

    private final RelayTools tools;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "outbox-watch");

    OutboxWatch(RelayTools tools) {
        this.tools = tools;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void stop() throws InterruptedException {
        stop.countDown();
        thread.join(2L * LOOK_EVERY_MILLIS);
    }

    private void run() {
        try {
            while (stop.getCount() > 0) {
                watch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts, and tells when to count again: seldom if the backlog is so long that counting takes its time. */
    private long measure(OutboxRows rows) throws SQLException {
        long begun = System.nanoTime();
        tools.status().measured(rows.backlog());
        long took = System.nanoTime() - begun;
        return begun + Math.max(LOOK_EVERY_MILLIS * 1_000_000L, 20 * took);
    }

    private void watch() throws InterruptedException {
        try (Connection connection = tools.database().open("outbox watch");
                Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + OutboxRelay.CHANNEL);
            OutboxRows rows = new OutboxRows(connection);
            long due = System.nanoTime();
            while (stop.getCount() > 0) {
                if (System.nanoTime() - due >= 0) {
                    due = measure(rows);
                }
                boolean notified = connection.unwrap(PGConnection.class).getNotifications(LOOK_EVERY_MILLIS).length > 0;
                // A standby must not wake itself: it would pass the word on, and on.
                if (notified && tools.status().leader()) {
                    tools.signal().wake();
                }
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debug("The outbox cannot be watched", e);
            tools.status().unmeasured();
            stop.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
