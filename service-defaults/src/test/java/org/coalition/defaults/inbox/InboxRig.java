package org.coalition.defaults.inbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.coalition.defaults.testing.Broker;
import org.coalition.defaults.testing.Database;
import org.postgresql.ds.PGSimpleDataSource;

/** A read copy with a database and topics of its own, and a consumer that a test starts and stops. */
final class InboxRig {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BOOTSTRAP = System.getProperty("kafka.bootstrap.servers");

    private final String name = "inbox-" + COUNT.incrementAndGet();
    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", BOOTSTRAP, "linger.ms", "0"),
            new StringSerializer(),
            new ByteArraySerializer());
    private InboxConsumer consumer;
    private InboxStatus status;

    InboxRig() throws SQLException {
        String shared = System.getProperty("quarkus.datasource.jdbc.url");
        database.setUrl(shared);
        database.setUser(Database.USER);
        database.setPassword(Database.PASSWORD);
        execute("CREATE DATABASE \"" + name + "\"");
        database.setUrl(shared.substring(0, shared.lastIndexOf('/') + 1) + name);
        execute(schema());
        Broker.create(BOOTSTRAP, List.of(open(), restricted()), Map.of());
    }

    String open() {
        return name;
    }

    String restricted() {
        return name + ".restricted";
    }

    /** Starts the consumer, under the group that it always has. */
    void start() {
        start("a-service", kafka -> kafka);
    }

    /** Starts it under a group, over a connection to Kafka that a test has changed. */
    void start(String group, UnaryOperator<Consumer<String, byte[]>> changed) {
        status = new InboxStatus(new SimpleMeterRegistry());
        consumer = new InboxConsumer(
                () -> changed.apply(InboxLifecycle.consumer(Map.of("bootstrap.servers", BOOTSTRAP), name + group, 500)),
                new InboxTable(database),
                status,
                List.of(open(), restricted()),
                Duration.ofMillis(50));
        consumer.start();
    }

    void stop() throws InterruptedException {
        if (consumer != null) {
            consumer.stop();
            consumer = null;
        }
    }

    InboxStatus status() {
        return status;
    }

    /** Sends a version of a thing; its state says which version it is. */
    void send(String topic, String thing, long version) {
        send(
                topic,
                headers(thing, version),
                thing,
                "{\"after\":{\"id\":\"%s\",\"state\":%d}}".formatted(thing, version));
    }

    void withhold(String thing, long version) {
        Map<String, String> headers = headers(thing, version);
        headers.put("ce_type", "org.coalition.thing.withheld.v1");
        send(open(), headers, thing, (byte[]) null);
    }

    void send(String topic, Map<String, String> headers, String key, String value) {
        send(topic, headers, key, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    void send(String topic, Map<String, String> headers, String key, byte[] value) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
        headers.forEach((header, text) -> message.headers().add(header, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(message).get();
        } catch (Exception failure) {
            throw new IllegalStateException("The record was not sent", failure);
        }
    }

    static Map<String, String> headers(String thing, long version) {
        return new HashMap<>(Map.of(
                "ce_type", "org.coalition.thing.changed.v1",
                "ce_subject", "/v1/things/" + thing,
                "ce_sequence", Long.toString(version),
                "ce_time", "2026-01-12T10:00:00Z",
                "ce_dataclassification", "COALITION"));
    }

    /** Waits until the consumer has taken so many records, in whatever way. */
    void awaitTaken(long records) {
        await(() -> status.storedSoFar() + status.staleSoFar() + status.skippedSoFar() >= records);
    }

    static void await(BooleanSupplier condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(condition::getAsBoolean);
    }

    /** All that is known, but for the moment when it was stored. */
    List<String> state() throws SQLException {
        return rows("SELECT (subject, noun, key, sequence, event_type, classification, data, happened_at)::text"
                + " FROM read_copy ORDER BY subject");
    }

    /** The version that is known of a thing; none if it is not known. */
    List<String> versions(String thing) throws SQLException {
        return rows("SELECT sequence || ' ' || (data ->> 'state') FROM read_copy WHERE subject = '/v1/things/" + thing
                + "'");
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void close() throws InterruptedException {
        stop();
        producer.close();
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    private static String schema() {
        try (var file = InboxRig.class.getResourceAsStream("/db/inbox/V0_5__read_copy.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
