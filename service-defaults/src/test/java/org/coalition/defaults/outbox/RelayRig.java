package org.coalition.defaults.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Utils;
import org.coalition.defaults.testing.Broker;
import org.coalition.defaults.testing.Database;

/** An outbox with a database and topics of its own, and as many relays as a test wants. */
final class RelayRig {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String INSERT = """
            INSERT INTO outbox_event (event_id, noun, aggregate_id, aggregate_version, seq, event_type, topic, partition,
                                      key, headers, payload)
            VALUES (?, 'thing', ?, ?, 0, 'org.coalition.thing.changed.v1', ?, ?, ?, ?, ?)""";

    private final String url;
    private final String bootstrap;
    private final String topic = "rig-" + COUNT.incrementAndGet();
    private OutboxConfig.Mode mode = OutboxConfig.Mode.EXACTLY_ONCE;
    private Duration lease = Duration.ofSeconds(1);
    private Duration poll = Duration.ofMillis(250);
    private LeaderDuty duty = new NoDuty();
    private final List<RelayMember> members = new ArrayList<>();

    RelayRig() throws SQLException {
        this(System.getProperty("kafka.bootstrap.servers"));
    }

    RelayRig(String bootstrap) throws SQLException {
        this.bootstrap = bootstrap;
        String shared = System.getProperty("quarkus.datasource.jdbc.url");
        url = shared.substring(0, shared.lastIndexOf('/') + 1) + topic;
        execute(shared, "CREATE DATABASE \"" + topic + "\"");
        execute(url, schema("V0_1__outbox_and_audit"));
        execute(url, schema("V0_8__order_of_publication"));
        execute(url, schema("V0_9__overtaken"));
        execute(url, "CREATE TABLE thing (id uuid PRIMARY KEY, last_version bigint NOT NULL)");
        Broker.create(bootstrap, config().topics(), Map.of());
    }

    /** The mode of the relays that join from now on. */
    void mode(OutboxConfig.Mode other) {
        mode = other;
    }

    /** Length of the lease and of the poll, for the relays that join from now on. */
    void times(Duration ofLease, Duration ofPoll) {
        lease = ofLease;
        poll = ofPoll;
    }

    String topic() {
        return topic;
    }

    String bootstrap() {
        return bootstrap;
    }

    private Config config() {
        return new Config("/rig", topic, Broker.PARTITIONS, mode, 1000, lease, poll, Duration.ofSeconds(30), 900_000);
    }

    OutboxDatabase database() {
        return new OutboxDatabase(url, Database.USER, Database.PASSWORD, Map.of());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, Database.USER, Database.PASSWORD);
    }

    void execute(String sql) throws SQLException {
        execute(url, sql);
    }

    long count(String from) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Announces the next version of a thing, in a transaction of its own. */
    UUID announce(UUID thing, long version) throws SQLException {
        return announce(thing, version, topic, "{\"version\":" + version + "}");
    }

    UUID announce(UUID thing, long version, String toTopic, String payload) throws SQLException {
        try (Connection connection = connect()) {
            return announce(connection, thing, version, toTopic, payload);
        }
    }

    UUID announce(Connection connection, UUID thing, long version, String toTopic, String payload) throws SQLException {
        UUID eventId = UUID.randomUUID();
        String key = thing.toString();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, eventId);
            insert.setObject(2, thing);
            insert.setLong(3, version);
            insert.setString(4, toTopic);
            insert.setInt(5, Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % Broker.PARTITIONS);
            insert.setString(6, key);
            insert.setString(7, "{\"ce_id\":\"" + eventId + "\",\"ce_sequence\":\"" + version + "\"}");
            insert.setString(8, payload);
            insert.executeUpdate();
        }
        return eventId;
    }

    /** Starts a relay that no fault meets. */
    RelayMember join() {
        return join(point -> {});
    }

    /** The duty of the relays that join from now on. */
    void duty(LeaderDuty other) {
        duty = other;
    }

    /** Starts a relay whose passing of each named place is told to this; what it throws there is a fault. */
    RelayMember join(Consumer<CrashPoint> passing) {
        RelayMember member = new RelayMember(config(), database(), bootstrap, duty, passing);
        members.add(member);
        return member;
    }

    Ledger ledger() {
        return new Ledger(this);
    }

    void close() throws InterruptedException {
        for (RelayMember member : members) {
            member.leave();
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, Database.USER, Database.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String schema(String migration) {
        try (var file = RelayRig.class.getResourceAsStream("/db/defaults/" + migration + ".sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record NoDuty() implements LeaderDuty {
        @Override
        public Duration every() {
            return Duration.ofHours(1);
        }

        @Override
        public boolean perform(Connection connection) {
            return false;
        }
    }

    private record Config(
            String source,
            String topic,
            int partitions,
            Mode mode,
            int batch,
            Duration lease,
            Duration poll,
            Duration degradedAfter,
            int maxBytes)
            implements OutboxConfig {}
}
