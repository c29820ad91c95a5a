package org.coalition.gateway.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.outbox.CrashPoint;
import org.coalition.defaults.problem.Unavailable;
import org.coalition.gateway.events.RetentionPassed;
import org.coalition.gateway.schema.Loop;
import org.coalition.gateway.schema.Rows;
import org.jboss.logging.Logger;

/**
 * Turns events into deliveries. The cursor moves in the commit that writes them, and only from where they were read, so no event is
 * lost or told twice wherever an instance dies; the lease only keeps the others from reading the same in vain.
 */
@Singleton
class Fanout {
    private static final Logger LOG = Logger.getLogger(Fanout.class);
    /** Longer than this nothing is known of a lease that was lost. */
    private static final Duration NEWS = Duration.ofSeconds(1);

    private static final Duration NOT_LEADING = Duration.ofSeconds(1);
    private static final Duration TO_STOP = Duration.ofSeconds(5);
    private static final int ALL = Integer.MAX_VALUE;

    private static final String LEAD = """
            UPDATE webhook_feed SET owner = ?, leased_until = ? WHERE owner = ? OR leased_until < ?
            RETURNING coalesce(cursor, '') AS cursor""";
    private static final String RELEASE = "UPDATE webhook_feed SET leased_until = '-infinity' WHERE owner = ?";
    private static final String MOVE = "UPDATE webhook_feed SET cursor = ? WHERE coalesce(cursor, '') = ?";
    private static final String ANYBODY = "SELECT 1 AS one FROM webhook WHERE status <> 'CLOSED' LIMIT 1";
    private static final String SKIP = MOVE + " AND NOT EXISTS (" + ANYBODY + ")";

    private final Feed feed;
    private final Rows rows;
    private final Messages messages;
    private final Dispatcher dispatcher;
    private final DeliveryConfig config;
    private final Clock clock;
    private final String owner = UUID.randomUUID().toString();
    private final Loop loop = new Loop("webhook-fanout", this::step);
    /** Where the next read begins; null if this instance does not know, or does not lead. */
    private volatile String cursor;

    private Instant renewAt = Instant.MIN;

    Fanout(Feed feed, Rows rows, Messages messages, Dispatcher dispatcher, DeliveryConfig config, Clock clock) {
        this.feed = feed;
        this.rows = rows;
        this.messages = messages;
        this.dispatcher = dispatcher;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop(TO_STOP);
        try {
            if (leads()) {
                rows.update(RELEASE, owner);
            }
        } catch (RuntimeException e) {
            LOG.debug("The lease could not be released and will run out", e);
        }
    }

    /** Whether this instance reads the events for all. */
    boolean leads() {
        return cursor != null;
    }

    private Duration step() throws InterruptedException {
        if (!rows.areThere()) {
            return NOT_LEADING;
        }
        Instant now = clock.instant();
        if (cursor == null || !now.isBefore(renewAt)) {
            renewAt = now.plus(config.lease().dividedBy(2));
            cursor = rows.first(LEAD, row -> row.text("cursor"), owner, now.plus(config.lease()), owner, now)
                    .orElse(null);
        }
        try {
            return cursor == null ? NOT_LEADING : advance(cursor);
        } catch (Unavailable notNow) {
            LOG.debug("The events cannot be read now", notNow);
            return NOT_LEADING;
        }
    }

    private Duration advance(String from) throws InterruptedException {
        if (from.isEmpty()) {
            return move(MOVE, from, feed.end());
        }
        if (rows.query(ANYBODY, row -> true).isEmpty()) {
            // Who registers from now on is told of what happens from then on, so there is nobody to read for.
            return move(SKIP, from, feed.end());
        }
        try {
            Feed.Part part = feed.read(from, config.batch(), NEWS);
            if (part.next().equals(from)) {
                return Duration.ZERO;
            }
            cursor = null;
            if (rows.together(() -> write(from, part))) {
                CrashPoint.FANOUT_AFTER_COMMIT.reached();
                cursor = part.next();
                dispatcher.wake();
            }
            return Duration.ZERO;
        } catch (RetentionPassed passed) {
            LOG.errorf(
                    "Events were told to no webhook: the topics' retention removed them before they were read (%s)",
                    passed.getMessage());
            return move(MOVE, from, feed.start());
        }
    }

    private Duration move(String statement, String from, String to) {
        cursor = rows.update(statement, to, from) == 1 ? to : null;
        return NOT_LEADING;
    }

    private boolean write(String from, Feed.Part part) {
        if (rows.update(MOVE, part.next(), from) == 0) {
            return false;
        }
        List<Subscription> subscriptions = rows.query(Subscription.SELECT, Subscription::of);
        messages.write(part.events(), subscriptions, WebhookDeliveryCause.EVENT, ALL);
        CrashPoint.FANOUT_BEFORE_COMMIT.reached();
        return true;
    }
}
