package org.coalition.gateway.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coalition.gateway.events.RetentionPassed;
import org.coalition.gateway.schema.Loop;
import org.coalition.gateway.schema.Rows;

/**
 * Reads the past for those who have asked for it, a part at a time and each in turn. As with the events of the day, the place moves in
 * the commit that writes the deliveries, and only from where they were read; so any instance may do it.
 */
@Singleton
class ReplayWorker {
    private static final Duration NOTHING_ASKED = Duration.ofSeconds(1);
    private static final Duration TO_STOP = Duration.ofSeconds(5);
    private static final int PART = 200;

    /** Only to a webhook that sends; the place of one that does not waits. */
    private static final String UNDER_WAY = """
            SELECT r.id, r.cursor, r.remaining, s.* FROM webhook_replay r JOIN (%s) s ON s.webhook = r.webhook_id
            WHERE r.ended_at IS NULL ORDER BY random() LIMIT 1""".formatted(Subscription.SELECT);

    private static final String MOVE = """
            UPDATE webhook_replay SET cursor = ? WHERE id = ? AND cursor = ? AND ended_at IS NULL""";
    private static final String COUNT =
            "UPDATE webhook_replay SET remaining = remaining - ?, replayed = replayed + ? WHERE id = ?";
    private static final String END =
            "UPDATE webhook_replay SET ended_at = ?, outcome = ? WHERE id = ? AND ended_at IS NULL";
    private static final String CLOSED = """
            UPDATE webhook_replay r SET ended_at = ?, outcome = 'The webhook was disabled or closed.' FROM webhook w
            WHERE r.ended_at IS NULL AND w.id = r.webhook_id AND w.status IN ('DISABLED', 'CLOSED')""";

    private final Feed feed;
    private final Rows rows;
    private final Messages messages;
    private final Dispatcher dispatcher;
    private final Clock clock;
    private final Loop loop = new Loop("webhook-replay", this::step);

    ReplayWorker(Feed feed, Rows rows, Messages messages, Dispatcher dispatcher, Clock clock) {
        this.feed = feed;
        this.rows = rows;
        this.messages = messages;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    private record Replay(UUID id, String cursor, int remaining, Subscription subscription) {
        static Replay of(Rows.Row row) throws SQLException {
            return new Replay(row.id("id"), row.text("cursor"), row.number("remaining"), Subscription.of(row));
        }
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop(TO_STOP);
    }

    private Duration step() throws InterruptedException {
        if (!rows.areThere()) {
            return NOTHING_ASKED;
        }
        Optional<Replay> replay = rows.first(UNDER_WAY, Replay::of);
        return replay.isPresent() ? goOn(replay.get()) : endThoseInVain();
    }

    private Duration endThoseInVain() {
        rows.update(CLOSED, clock.instant());
        return NOTHING_ASKED;
    }

    private Duration goOn(Replay replay) throws InterruptedException {
        try {
            Feed.Part part = feed.read(replay.cursor(), PART, Duration.ZERO);
            if (part.next().equals(replay.cursor())) {
                end(replay, "All events were read.");
            } else if (rows.together(() -> write(replay, part)) >= replay.remaining()) {
                end(
                        replay,
                        "It has brought about as many deliveries as one replay may; ask for the rest by another one.");
            }
            dispatcher.wake();
        } catch (RetentionPassed passed) {
            end(replay, "What follows is no longer there; ask from start on for the oldest events that are.");
        }
        return Duration.ZERO;
    }

    private int write(Replay replay, Feed.Part part) {
        if (rows.update(MOVE, part.next(), replay.id(), replay.cursor()) == 0) {
            return 0;
        }
        int written = messages.write(
                part.events(), List.of(replay.subscription()), WebhookDeliveryCause.REPLAY, replay.remaining());
        rows.update(COUNT, written, written, replay.id());
        return written;
    }

    private void end(Replay replay, String outcome) {
        rows.update(END, clock.instant(), outcome, replay.id());
    }
}
