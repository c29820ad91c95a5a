package org.coalition.defaults.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Settings of the outbox and its relay. */
@ConfigMapping(prefix = "outbox")
public interface OutboxConfig {
    /** The CloudEvents {@code source} of all events of this service, for instance {@code /meetings}. */
    String source();

    /** The open topic; restricted aggregates go to {@code <topic>.restricted}, the seals of the audit trail to {@code <topic>.audit}. */
    String topic();

    /** Partitions of each topic. Frozen: the key decides the partition, and the partition the order. */
    @WithDefault("6")
    int partitions();

    /** How records reach the topic. */
    @WithDefault("exactly-once")
    Mode mode();

    /** Rows read, published and settled at once. */
    @WithDefault("1000")
    int batch();

    /** How long a leader that has fallen silent stays leader, on the database's clock. */
    @WithDefault("4s")
    Duration lease();

    /** How often the leader looks for rows when nobody has woken it. */
    @WithDefault("250ms")
    Duration poll();

    /** Age of the oldest row from which health says degraded. */
    @WithDefault("30s")
    Duration degradedAfter();

    /** Largest event in bytes; a change that would announce more is refused with 413. */
    @WithDefault("900000")
    int maxBytes();

    /** Whether a batch is one Kafka transaction. */
    enum Mode {
        /** Kafka transactions, fencing and read-back: each event stands in the topic once. */
        EXACTLY_ONCE,
        /** Plain sends: lower latency, and after a crash an event may stand in the topic twice. */
        AT_LEAST_ONCE
    }

    /** The topic for restricted aggregates. */
    default String restrictedTopic() {
        return topic() + ".restricted";
    }

    /** The topic for the seals of the audit trail. */
    default String auditTopic() {
        return topic() + ".audit";
    }

    /** All topics to which this outbox publishes. */
    default List<String> topics() {
        return List.of(topic(), restrictedTopic(), auditTopic());
    }
}
