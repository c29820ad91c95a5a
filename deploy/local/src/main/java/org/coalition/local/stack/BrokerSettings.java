package org.coalition.local.stack;

import java.nio.file.Path;
import java.util.Properties;

/** The broker's settings for one machine; everything unusual has its reason here. */
final class BrokerSettings {
    private BrokerSettings() {}

    static Properties of(Ports ports, Path files) {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@localhost:" + ports.kafkaController());
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + ports.kafka() + ",CONTROLLER://127.0.0.1:" + ports.kafkaController());
        settings.setProperty("advertised.listeners", "PLAINTEXT://localhost:" + ports.kafka());
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("log.dirs", files.toString());

        // One broker holds everything.
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        // A start opens each partition: 50 of each for one machine's few clients would only cost time.
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.num.partitions", "4");

        // A forgotten or mistyped topic is an error, and history is never thrown away.
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("log.retention.ms", "-1");

        // After kill -9 the controller waits for the dead broker's session before the new one may register.
        settings.setProperty("broker.session.timeout.ms", "3000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        // A transaction left open by a killed producer holds back all readers until it is given up.
        settings.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        return settings;
    }
}
