package org.coalition.gateway.events;

import jakarta.inject.Singleton;

/** What all streams work with. */
@Singleton
final class StreamTools {
    private final KafkaLog log;
    private final Cursors cursors;
    private final Subscribers subscribers;
    private final StreamMetrics metrics;
    private final EventsConfig.Stream config;

    StreamTools(KafkaLog log, Cursors cursors, Subscribers subscribers, StreamMetrics metrics, EventsConfig config) {
        this.log = log;
        this.cursors = cursors;
        this.subscribers = subscribers;
        this.metrics = metrics;
        this.config = config.stream();
    }

    KafkaLog log() {
        return log;
    }

    Cursors cursors() {
        return cursors;
    }

    Subscribers subscribers() {
        return subscribers;
    }

    StreamMetrics metrics() {
        return metrics;
    }

    EventsConfig.Stream config() {
        return config;
    }
}
