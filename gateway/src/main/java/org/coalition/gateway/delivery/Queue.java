package org.coalition.gateway.delivery;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.coalition.gateway.endpoint.EndpointAnswer;
import org.coalition.gateway.schema.Rows;

/**
 * The deliveries that are due, from which the workers of all instances take. What one has taken it has for a while; if it dies, the
 * delivery is due again.
 */
@Singleton
class Queue {
    private static final int NO_STATUS = 0;
    /** How long an endpoint is left alone that says it has too much to do, and does not say for how long. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    /** For each endpoint no more than it may have at once; those that others are taking are passed over. */
    private static final String TAKE = """
            WITH free AS (
              SELECT w.id, CASE WHEN e.failing_since IS NULL THEN ? ELSE 1 END - coalesce(b.busy, 0) AS slots
              FROM webhook w
              LEFT JOIN webhook_endpoint e ON e.webhook_id = w.id
              LEFT JOIN unnest(?, ?) AS b(id, busy) ON b.id = w.id
              WHERE w.status = 'ACTIVE' AND coalesce(e.held_until, '-infinity') <= ?),
            due AS MATERIALIZED (
              SELECT d.id FROM free CROSS JOIN LATERAL (
                SELECT id, due_at FROM webhook_delivery
                WHERE webhook_id = free.id AND status = 'PENDING' AND due_at <= ?
                ORDER BY due_at, id LIMIT greatest(free.slots, 0) FOR UPDATE SKIP LOCKED) d
              WHERE free.slots > 0 ORDER BY d.due_at LIMIT ?)
            UPDATE webhook_delivery d SET due_at = ?
            FROM due, webhook w, webhook_message m
            WHERE d.id = due.id AND w.id = d.webhook_id AND m.id = d.message_id
            RETURNING d.id, d.webhook_id, d.tries, d.created_at, w.url, w.secret,
              CASE WHEN w.previous_secret_signs_until > ? THEN w.previous_secret END AS previous_secret, m.event_id, m.body""";

    private static final String ATTEMPT = """
            INSERT INTO webhook_attempt (delivery_id, number, at, millis, outcome, status_code, excerpt)
            SELECT d.id, coalesce((SELECT max(number) FROM webhook_attempt WHERE delivery_id = d.id), 0) + 1, ?, ?, ?, nullif(?, 0), ?
            FROM webhook_delivery d WHERE d.id = ? FOR UPDATE""";
    private static final String END = """
            UPDATE webhook_delivery SET status = ?, tries = ?, due_at = NULL, finished_at = ? WHERE id = ? AND status = 'PENDING'""";
    private static final String LATER =
            "UPDATE webhook_delivery SET tries = ?, due_at = ? WHERE id = ? AND status = 'PENDING'";
    private static final String WELL = """
            UPDATE webhook_endpoint SET failing_since = NULL, held_until = NULL
            WHERE webhook_id = ? AND (failing_since IS NOT NULL OR held_until IS NOT NULL)""";
    private static final String UNWELL = """
            INSERT INTO webhook_endpoint AS e (webhook_id, failing_since, held_until) VALUES (?, ?, ?)
            ON CONFLICT (webhook_id) DO UPDATE SET failing_since = coalesce(e.failing_since, EXCLUDED.failing_since),
              held_until = greatest(e.held_until, EXCLUDED.held_until)
            RETURNING failing_since""";

    private final Rows rows;
    private final DeliveryConfig config;
    private final Clock clock;
    private final RetrySchedule schedule;

    Queue(Rows rows, DeliveryConfig config, Clock clock) {
        this.rows = rows;
        this.config = config;
        this.clock = clock;
        this.schedule = new RetrySchedule(config.schedule(), config.jitter(), () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    /**
     * Takes what is due.
     *
     * @param busy how many requests to an endpoint this instance has under way
     */
    List<Due> take(Map<UUID, Integer> busy, int most) {
        Instant now = clock.instant();
        UUID[] endpoints = busy.keySet().toArray(UUID[]::new);
        Integer[] counts = List.of(endpoints).stream().map(busy::get).toArray(Integer[]::new);
        return rows.query(
                TAKE, Due::of, config.atOnce(), endpoints, counts, now, now, most, now.plus(config.claim()), now);
    }

    /** What an attempt has led to. */
    enum Result {
        DELIVERED,
        LATER,
        /** Its tries are used up. */
        FAILED,
        /** So are those of everything else for days. */
        ENDPOINT_LOST,
        /** The endpoint has said that it wants no more. */
        ENDPOINT_GONE
    }

    /** Writes down what came of an attempt, and when the next one is. */
    Result record(Due due, Instant at, EndpointAnswer answer) {
        return rows.together(() -> {
            rows.update(
                    ATTEMPT,
                    at,
                    (int) answer.took().toMillis(),
                    answer.words(),
                    answer.failure() == null ? answer.status() : NO_STATUS,
                    answer.excerpt(),
                    due.id());
            return answer.isSuccess() ? delivered(due) : failed(due, answer);
        });
    }

    private Result delivered(Due due) {
        rows.update(END, WebhookDeliveryStatus.DELIVERED.name(), due.tries() + 1, clock.instant(), due.id());
        rows.update(WELL, due.webhook());
        return Result.DELIVERED;
    }

    private Result failed(Due due, EndpointAnswer answer) {
        Instant now = clock.instant();
        Duration wanted = answer.retryAfter();
        Instant held = answer.isBusy() ? now.plus(wanted == null ? BUSY : wanted) : null;
        Instant since = rows.first(UNWELL, row -> row.time("failing_since"), due.webhook(), now, held)
                .orElse(now);
        Optional<Duration> pause = schedule.after(due.tries() + 1, wanted);
        pause.ifPresentOrElse(
                length -> rows.update(LATER, due.tries() + 1, now.plus(length), due.id()),
                () -> rows.update(END, WebhookDeliveryStatus.FAILED.name(), due.tries() + 1, now, due.id()));
        if (answer.isGone()) {
            return Result.ENDPOINT_GONE;
        }
        if (pause.isPresent()) {
            return Result.LATER;
        }
        boolean lost = !since.plus(config.disableAfter()).isAfter(now);
        return lost ? Result.ENDPOINT_LOST : Result.FAILED;
    }
}
