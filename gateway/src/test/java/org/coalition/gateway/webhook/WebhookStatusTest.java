package org.coalition.gateway.webhook;

import static org.coalition.gateway.webhook.WebhookStatus.ACTIVE;
import static org.coalition.gateway.webhook.WebhookStatus.CLOSED;
import static org.coalition.gateway.webhook.WebhookStatus.DISABLED;
import static org.coalition.gateway.webhook.WebhookStatus.PAUSED;
import static org.coalition.gateway.webhook.WebhookStatus.PENDING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebhookStatusTest {
    private static final Map<WebhookStatus, Set<WebhookStatus>> DOMAIN = Map.of(
            PENDING, Set.of(ACTIVE, CLOSED),
            ACTIVE, Set.of(PENDING, PAUSED, DISABLED, CLOSED),
            PAUSED, Set.of(PENDING, ACTIVE, DISABLED, CLOSED),
            DISABLED, Set.of(PENDING, ACTIVE, CLOSED),
            CLOSED, Set.of());

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOther() {
        for (WebhookStatus from : WebhookStatus.values()) {
            assertEquals(DOMAIN.get(from), from.next(), from.name());
        }
    }
}
