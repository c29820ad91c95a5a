package org.coalition.gateway.events;

import jakarta.inject.Singleton;

/** What all streams work with. */
@Singleton
final class StreamTools {
    private final KafkaLog log;
    private final Cursors cursors;
    private final Subscribers subscribers;
    private final StreamMetrics metrics;
    private final SnapshotPages snapshots;
    private final EventsConfig.Stream config;

    StreamTools(
            KafkaLog log,
            Cursors cursors,
            Subscribers subscribers,
            StreamMetrics metrics,
            SnapshotPages snapshots,
            EventsConfig config) {
        this.log = log;
        this.cursors = cursors;
        this.subscribers = subscribers;
        this.metrics = metrics;
        this.snapshots = snapshots;
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

    SnapshotPages snapshots() {
        return snapshots;
    }

    EventsConfig.Stream config() {
        return config;
    }
}
