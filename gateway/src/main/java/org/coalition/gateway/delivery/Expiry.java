package org.coalition.gateway.delivery;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.coalition.gateway.schema.Rows;

/** Forgets what is older than it is kept for, a little at a time; every instance may. */
@Singleton
class Expiry {
    private static final int MOST = 1_000;
    private static final int ROUNDS = 50;

    /** In this order: what is referred to goes last. */
    private static final List<String> DELETE = List.of("""
            DELETE FROM webhook_delivery WHERE id IN (
              SELECT id FROM webhook_delivery WHERE created_at < ? ORDER BY created_at LIMIT ? FOR UPDATE SKIP LOCKED)""", """
            DELETE FROM webhook_message WHERE id IN (
              SELECT id FROM webhook_message m WHERE stored_at < ?
                AND NOT EXISTS (SELECT FROM webhook_delivery d WHERE d.message_id = m.id)
              ORDER BY stored_at LIMIT ? FOR UPDATE SKIP LOCKED)""", """
            DELETE FROM webhook_replay WHERE id IN (
              SELECT id FROM webhook_replay WHERE ended_at < ? LIMIT ? FOR UPDATE SKIP LOCKED)""");

    private final Rows rows;
    private final DeliveryConfig config;
    private final Clock clock;

    Expiry(Rows rows, DeliveryConfig config, Clock clock) {
        this.rows = rows;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${coalition.deliveries.clean-up-every:60s}", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        if (rows.areThere()) {
            Instant before = clock.instant().minus(config.keep());
            DELETE.forEach(statement -> forget(statement, before));
        }
    }

    private void forget(String statement, Instant before) {
        for (int round = 0; round < ROUNDS && rows.update(statement, before, MOST) == MOST; round++) {
            Thread.onSpinWait();
        }
    }
}
