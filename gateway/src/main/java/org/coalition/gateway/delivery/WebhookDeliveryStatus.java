package org.coalition.gateway.delivery;

/** What has become of a delivery. It can be had again from any of these. */
public enum WebhookDeliveryStatus {
    PENDING,
    DELIVERED,
    FAILED
}
