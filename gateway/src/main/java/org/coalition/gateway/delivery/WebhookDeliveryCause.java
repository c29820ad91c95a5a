package org.coalition.gateway.delivery;

/** Why there is a delivery. */
public enum WebhookDeliveryCause {
    EVENT,
    REPLAY,
    TEST
}
