package org.coalition.defaults.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.coalition.defaults.broker.BrokerFailure;
import org.jboss.logging.Logger;

/**
 * Publishes what the outbox holds. Of all instances of a service one leads, the others stand by, wake it, and take over when its
 * lease ends. Whatever goes wrong, a relay closes all it has and starts over.
 */
final class OutboxRelay {
    static final String CHANNEL = "outbox";

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
    private static final Duration LAST_BACKOFF = Duration.ofSeconds(2);
    private static final Duration BLOCKED_BACKOFF = Duration.ofSeconds(10);
    private static final Duration STEP_ENDS_WITHIN = Duration.ofSeconds(6);

    private final RelayTools tools;
    private final String owner = UUID.randomUUID().toString();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final BatchSize size;
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private Duration backoff = FIRST_BACKOFF;

    OutboxRelay(RelayTools tools) {
        this.tools = tools;
        this.size = new BatchSize(tools.config().batch());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends after the step that is under way and hands the outbox over. */
    void stop() throws InterruptedException {
        stop.countDown();
        tools.signal().wake();
        thread.join(STEP_ENDS_WITHIN.toMillis());
        if (thread.isAlive()) {
            thread.interrupt();
            thread.join(1_000);
        }
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    private void run() {
        while (!stopped()) {
            try {
                attempt();
            } catch (InterruptedException e) {
                LOG.debug("Interrupted, as by stop() when a step takes too long");
            }
        }
    }

    private void attempt() throws InterruptedException {
        try (Connection connection = tools.database().open("outbox relay")) {
            Optional<OutboxLease> lease = acquire(connection);
            if (lease.isPresent()) {
                lead(connection, lease.get());
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (LeaseLost e) {
            LOG.warn("Steps down: another instance has taken the lease of the outbox");
        } catch (Blocked e) {
            blocked(e);
        } catch (Throwable e) {
            // Everything, an Error too: a relay that has died leaves a service that looks well and announces nothing.
            failed(e);
        }
    }

    private Optional<OutboxLease> acquire(Connection connection) throws SQLException, InterruptedException {
        while (!stopped()) {
            Optional<OutboxLease> lease =
                    OutboxLease.acquire(connection, owner, tools.config().lease());
            if (lease.isPresent()) {
                return lease;
            }
            tools.status().standsBy();
            if (tools.signal().await(tools.config().poll().toMillis())) {
                wakeLeader(connection);
            }
        }
        return Optional.empty();
    }

    private void lead(Connection connection, OutboxLease lease)
            throws SQLException, LeaseLost, Blocked, InterruptedException {
        OutboxRows rows = new OutboxRows(connection);
        KafkaSettings kafka = new KafkaSettings(tools.kafka(), tools.config());
        try (TopicEnds ends = new TopicEnds(kafka.admin(), tools.config());
                Publisher publisher =
                        new Publisher(kafka.producer(), tools.config(), lease::nextPosition, tools.passing())) {
            new RelayTerm(tools, lease, rows, kafka, ends, publisher).run(this::stopped, size);
        } catch (Unsendable e) {
            park(rows, e);
        } finally {
            tools.status().stepsDown();
            release(lease);
        }
    }

    /** Frees the lease at once, for another instance or for the next attempt of this one. */
    private void release(OutboxLease lease) {
        try {
            lease.release();
        } catch (SQLException e) {
            LOG.debug("The lease could not be released and will run out", e);
        }
    }

    private void park(OutboxRows rows, Unsendable refusal) throws SQLException {
        if (refusal.rows().size() > 1) {
            size.halve(refusal.rows().size());
            return;
        }
        OutboxRow row = refusal.rows().get(0);
        rows.park(row.aggregateId(), refusal.getMessage());
        LOG.errorf(
                "Parked the events of %s from event %s on: %s. To let them go on in order, remove the cause and delete the"
                        + " line in outbox_parked",
                row.aggregateId(), row.eventId(), refusal.getMessage());
    }

    private void blocked(Blocked reason) throws InterruptedException {
        if (tools.status().blocks(reason.getMessage())) {
            LOG.error("The outbox relay is blocked: " + reason.getMessage());
        }
        pause(BLOCKED_BACKOFF);
    }

    private void failed(Throwable e) throws InterruptedException {
        if (stopped()) {
            return;
        }
        String reason = BrokerFailure.told(e);
        boolean first = tools.status().fails(reason);
        LOG.logf(first ? Logger.Level.WARN : Logger.Level.DEBUG, e, "The outbox relay starts over: %s", reason);
        pause(first ? FIRST_BACKOFF : backoff);
        backoff = first ? FIRST_BACKOFF : min(backoff.multipliedBy(2), LAST_BACKOFF);
    }

    private void pause(Duration length) throws InterruptedException {
        if (stop.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("Stops");
        }
    }

    private static void wakeLeader(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("NOTIFY " + CHANNEL);
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
