package org.coalition.gateway.delivery;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.gateway.schema.Rows;
import org.coalition.gateway.webhook.Webhooks;

/** What of the past was asked for again, for the party that has the webhook. */
@Singleton
class Replays {
    private static final UUID LAST = new UUID(-1, -1);
    private static final UUID BEGIN = new UUID(0, 0);
    private static final String ASK = """
            INSERT INTO webhook_replay (id, webhook_id, cursor, remaining, begun_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String ONE = "SELECT * FROM webhook_replay WHERE webhook_id = ? AND id = ?";
    private static final String ALL =
            "SELECT * FROM webhook_replay WHERE webhook_id = ? AND id < ? ORDER BY id DESC LIMIT ?";

    private final Feed feed;
    private final Rows rows;
    private final Webhooks webhooks;
    private final DeliveryConfig config;
    private final Ids ids;
    private final Clock clock;

    Replays(Feed feed, Rows rows, Webhooks webhooks, DeliveryConfig config, Ids ids, Clock clock) {
        this.feed = feed;
        this.rows = rows;
        this.webhooks = webhooks;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws Conflict 409 if one is under way */
    WebhookReplayView ask(UUID webhook, ReplayEvents request) {
        return rows.together(() -> {
            webhooks.requireVisible(webhook).requireActive("replay events to this webhook");
            UUID id = ids.next();
            String place = feed.since(request.since());
            if (rows.update(ASK, id, webhook, place, config.replayMost(), clock.instant()) == 0) {
                throw new Conflict("A replay to this webhook is under way; wait for its end.");
            }
            return get(webhook, id);
        });
    }

    /** @throws NotFound 404 if there is none, or the caller may not know of its webhook */
    WebhookReplayView get(UUID webhook, UUID id) {
        webhooks.requireVisible(webhook);
        return rows.first(ONE, WebhookReplayView::of, webhook, id).orElseThrow(() -> new NotFound("replay", id));
    }

    Page<WebhookReplayView> list(UUID webhook, PageQuery query) {
        webhooks.requireVisible(webhook);
        UUID before = query.afterId().equals(BEGIN) ? LAST : query.afterId();
        List<WebhookReplayView> found = rows.query(ALL, WebhookReplayView::of, webhook, before, query.fetch());
        return Page.of(found, query, replay -> replay.id().toString());
    }
}
