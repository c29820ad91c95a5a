package org.coalition.defaults.outbox;

import java.util.UUID;

/**
 * One event that waits to be published.
 *
 * @param headers of the Kafka record, a JSON object of texts
 * @param payload null for an event without data
 */
record OutboxRow(
        long id,
        UUID eventId,
        UUID aggregateId,
        String topic,
        int partition,
        String key,
        String headers,
        String payload) {}
