package org.coalition.gateway.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.coalition.defaults.clock.Ids;
import org.coalition.gateway.schema.Rows;
import org.coalition.gateway.webhook.Webhook;
import org.coalition.gateway.webhook.Webhooks;

/** Events that did not happen, by which an endpoint is tried. */
@Singleton
class TestEvents {
    private static final String TYPE = "org.coalition.webhook.tested.v1";

    private final Rows rows;
    private final Webhooks webhooks;
    private final Messages messages;
    private final Deliveries deliveries;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;

    TestEvents(
            Rows rows,
            Webhooks webhooks,
            Messages messages,
            Deliveries deliveries,
            ObjectMapper json,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.webhooks = webhooks;
        this.messages = messages;
        this.deliveries = deliveries;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    WebhookDeliveryView send(UUID id) {
        return rows.together(() -> {
            Webhook webhook = webhooks.requireVisible(id);
            webhook.requireActive("try the endpoint of this webhook");
            return deliveries.get(id, messages.write(event(webhook), id, WebhookDeliveryCause.TEST));
        });
    }

    private Message event(Webhook webhook) throws JsonProcessingException {
        String id = ids.next().toString();
        String subject = "/v1/webhooks/" + webhook.id();
        ObjectNode event = json.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", "/webhooks")
                .put("type", TYPE)
                .put("subject", subject)
                .put("time", clock.instant().toString())
                .put("sequence", Long.toString(webhook.version()))
                .put("datacontenttype", "application/json");
        event.putObject("data").put("message", "This is a test; nothing has happened.");
        return new Message(id, TYPE, subject, json.writeValueAsBytes(event));
    }
}
