package org.coalition.gateway.delivery;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalition.defaults.clock.Ids;
import org.coalition.gateway.events.LoggedEvent;
import org.coalition.gateway.events.Viewer;
import org.coalition.gateway.schema.Rows;

/** Writes events down together with who is to be told of them; the bytes once, however many that are. */
@Singleton
class Messages {
    private static final String MESSAGE =
            "INSERT INTO webhook_message (id, event_id, event_type, subject, body, stored_at) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String DELIVERY = """
            INSERT INTO webhook_delivery (id, webhook_id, message_id, cause, status, due_at, created_at)
            VALUES (?, ?, ?, ?, 'PENDING', ?, ?)""";

    private final Rows rows;
    private final Ids ids;
    private final Clock clock;

    Messages(Rows rows, Ids ids, Clock clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes a delivery for each event that a subscription wants and its owner may know of; inside a transaction only.
     *
     * @param most no more than this many
     * @return how many
     */
    @CanIgnoreReturnValue
    int write(List<LoggedEvent> events, List<Subscription> subscriptions, WebhookDeliveryCause cause, int most) {
        Lines lines = new Lines(cause, clock.instant());
        for (LoggedEvent event : events) {
            Map<Viewer, Optional<LoggedEvent>> shown = new HashMap<>();
            Map<ByteBuffer, UUID> written = new HashMap<>();
            for (Subscription subscription : subscriptions) {
                shown.computeIfAbsent(subscription.owner(), event::as)
                        .filter(subscription.wanted()::includes)
                        .filter(wanted -> lines.deliveries.size() < most)
                        .ifPresent(wanted -> lines.add(
                                subscription.webhook(),
                                written.computeIfAbsent(
                                        ByteBuffer.wrap(wanted.json()), body -> lines.add(Message.of(wanted)))));
            }
        }
        rows.updateAll(MESSAGE, lines.messages);
        rows.updateAll(DELIVERY, lines.deliveries);
        return lines.deliveries.size();
    }

    /** Writes a delivery of one message to one webhook; inside a transaction only. */
    UUID write(Message message, UUID webhook, WebhookDeliveryCause cause) {
        Lines lines = new Lines(cause, clock.instant());
        UUID delivery = lines.add(webhook, lines.add(message));
        rows.updateAll(MESSAGE, lines.messages);
        rows.updateAll(DELIVERY, lines.deliveries);
        return delivery;
    }

    private final class Lines {
        private final List<Object[]> messages = new ArrayList<>();
        private final List<Object[]> deliveries = new ArrayList<>();
        private final WebhookDeliveryCause cause;
        private final Instant now;

        Lines(WebhookDeliveryCause cause, Instant now) {
            this.cause = cause;
            this.now = now;
        }

        UUID add(Message message) {
            UUID id = ids.next();
            messages.add(new Object[] {id, message.id(), message.type(), message.subject(), message.body(), now});
            return id;
        }

        @CanIgnoreReturnValue
        UUID add(UUID webhook, UUID message) {
            UUID id = ids.next();
            deliveries.add(new Object[] {id, webhook, message, cause.name(), now, now});
            return id;
        }
    }
}
