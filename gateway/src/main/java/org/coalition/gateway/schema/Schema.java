package org.coalition.gateway.schema;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.coalition.defaults.problem.Unavailable;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** Brings the database up to date when it can be reached, which need not be when the gateway starts: that one relays without it. */
@Singleton
public class Schema {
    private static final Logger LOG = Logger.getLogger(Schema.class);
    private static final long RETRY_MILLIS = 1_000;

    private final Flyway flyway;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ready = new CountDownLatch(1);

    Schema(Flyway flyway) {
        this.flyway = flyway;
    }

    void start(@Observes StartupEvent event) {
        Thread thread = new Thread(this::migrate, "schema");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
    }

    /** Whether the tables are there. */
    public boolean isReady() {
        return ready.getCount() == 0;
    }

    /**
     * Lets a request for the tables go on.
     *
     * @throws Unavailable 503 if they have not been reached as yet
     */
    public void require() {
        if (!isReady()) {
            throw new Unavailable("The database of the webhooks has not been reached yet.");
        }
    }

    private void migrate() {
        try {
            for (boolean told = false; !attempt(told); told = true) {
                if (stop.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attempt(boolean told) {
        try {
            flyway.migrate();
            ready.countDown();
            return true;
        } catch (RuntimeException e) {
            LOG.logf(
                    told ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "The gateway runs without webhooks until its database is there: %s",
                    e.getMessage());
            return false;
        }
    }
}
