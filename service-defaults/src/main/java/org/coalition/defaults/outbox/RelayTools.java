package org.coalition.defaults.outbox;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a relay works with.
 *
 * @param kafka the service's settings for Kafka clients
 * @param duties what the leader does beside
 * @param passing is told of each named place that the relay comes to, so that a fault can be put there
 */
record RelayTools(
        OutboxConfig config,
        OutboxDatabase database,
        Map<String, Object> kafka,
        RelaySignal signal,
        RelayStatus status,
        List<LeaderDuty> duties,
        Consumer<CrashPoint> passing) {}
