package org.coalition.gateway.webhook;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of a webhook; the table is the only place that knows its arrows. */
public enum WebhookStatus {
    PENDING,
    ACTIVE,
    PAUSED,
    DISABLED,
    CLOSED;

    /** The states that may follow this one; to PENDING when another endpoint is named, which has not agreed as yet. */
    Set<WebhookStatus> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(ACTIVE, CLOSED);
            case ACTIVE -> EnumSet.of(PENDING, PAUSED, DISABLED, CLOSED);
            case PAUSED -> EnumSet.of(PENDING, ACTIVE, DISABLED, CLOSED);
            case DISABLED -> EnumSet.of(PENDING, ACTIVE, CLOSED);
            case CLOSED -> EnumSet.noneOf(WebhookStatus.class);
        };
    }
}
