package org.coalition.gateway.delivery;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.gateway.schema.Rows;
import org.coalition.gateway.webhook.Webhooks;

/** The deliveries of a webhook, for the party that has it. */
@Singleton
class Deliveries {
    private static final UUID LAST = new UUID(-1, -1);
    private static final UUID BEGIN = new UUID(0, 0);

    private static final String SELECT = """
            SELECT d.id, d.webhook_id, m.event_id, m.event_type, m.subject, d.cause, d.status, d.due_at, d.created_at, d.finished_at
            FROM webhook_delivery d JOIN webhook_message m ON m.id = d.message_id
            WHERE d.webhook_id = ? AND""";

    private static final String ONE = SELECT + " d.id = ?";
    private static final String ALL = SELECT + " d.id < ? ORDER BY d.id DESC LIMIT ?";
    private static final String BY_STATUS = SELECT + " d.id < ? AND d.status = ? ORDER BY d.id DESC LIMIT ?";
    private static final String BY_EVENT = SELECT + """
             d.id < ? AND (?::text IS NULL OR d.status = ?) AND d.message_id IN (SELECT id FROM webhook_message WHERE event_id = ?)
            ORDER BY d.id DESC LIMIT ?""";
    private static final String ATTEMPTS = """
            SELECT a.* FROM unnest(?) AS d(id) CROSS JOIN LATERAL (
              SELECT * FROM webhook_attempt WHERE delivery_id = d.id ORDER BY number DESC LIMIT 20) a
            ORDER BY a.delivery_id, a.number DESC""";
    private static final String AGAIN = """
            UPDATE webhook_delivery SET status = 'PENDING', tries = 0, due_at = ?, finished_at = NULL
            WHERE webhook_id = ? AND id = ?""";

    private final Rows rows;
    private final Webhooks webhooks;
    private final Clock clock;

    Deliveries(Rows rows, Webhooks webhooks, Clock clock) {
        this.rows = rows;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    Page<WebhookDeliveryView> list(UUID webhook, DeliveryFilter filter, PageQuery query) {
        webhooks.requireVisible(webhook);
        return Page.of(withAttempts(found(webhook, filter, query)), query, delivery -> delivery.id()
                .toString());
    }

    /** @throws NotFound 404 if there is none, or the caller may not know of its webhook */
    WebhookDeliveryView get(UUID webhook, UUID id) {
        webhooks.requireVisible(webhook);
        return withAttempts(rows.query(ONE, Deliveries::view, webhook, id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("delivery", id));
    }

    /** Begins a delivery anew; if it waits for its next try, it waits no longer. */
    WebhookDeliveryView again(UUID webhook, UUID id) {
        return rows.together(() -> {
            webhooks.requireVisible(webhook).requireOpen("have this sent again");
            rows.update(AGAIN, clock.instant(), webhook, id);
            return get(webhook, id);
        });
    }

    private List<WebhookDeliveryView> found(UUID webhook, DeliveryFilter filter, PageQuery query) {
        UUID before = query.afterId().equals(BEGIN) ? LAST : query.afterId();
        String status = filter.statusName();
        if (filter.eventId != null) {
            return rows.query(
                    BY_EVENT, Deliveries::view, webhook, before, status, status, filter.eventId, query.fetch());
        }
        return status == null
                ? rows.query(ALL, Deliveries::view, webhook, before, query.fetch())
                : rows.query(BY_STATUS, Deliveries::view, webhook, before, status, query.fetch());
    }

    private List<WebhookDeliveryView> withAttempts(List<WebhookDeliveryView> deliveries) {
        UUID[] ids = deliveries.stream().map(WebhookDeliveryView::id).toArray(UUID[]::new);
        Map<UUID, List<WebhookAttemptView>> attempts =
                rows.query(ATTEMPTS, WebhookAttemptView.Of::read, (Object) ids).stream()
                        .collect(Collectors.groupingBy(
                                WebhookAttemptView.Of::delivery,
                                Collectors.mapping(WebhookAttemptView.Of::attempt, Collectors.toList())));
        return deliveries.stream()
                .map(delivery -> delivery.with(attempts.getOrDefault(delivery.id(), List.of())))
                .toList();
    }

    private static WebhookDeliveryView view(Rows.Row row) throws SQLException {
        return new WebhookDeliveryView(
                row.id("id"),
                row.id("webhook_id"),
                row.text("event_id"),
                row.text("event_type"),
                row.text("subject"),
                WebhookDeliveryCause.valueOf(row.text("cause")),
                WebhookDeliveryStatus.valueOf(row.text("status")),
                List.of(),
                row.time("due_at"),
                row.time("created_at"),
                row.time("finished_at"));
    }
}
