package org.coalition.defaults.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.outbox.OutboxConfig;
import org.coalition.defaults.testing.Database;

/** An audit trail with a database of its own, for tests that do to it what nobody may. */
final class AuditRig implements AutoCloseable {
    static final KeyPair KEY = keyPair();

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String INSERT = """
            INSERT INTO audit_entry (at, actor, party, action, noun, aggregate_id, aggregate_version, before, after, reason,
                                     request_id)
            VALUES (?, 'somebody', 'GB', 'org.coalition.thing.changed.v1', 'thing', ?, ?, ?::jsonb, ?::jsonb, ?, 'trace')""";

    final Connection connection;
    private SealKeys keys = new SealKeys(settings(KEY, 0, KEY));

    /** A trail as new services have it. */
    AuditRig() throws SQLException {
        this(true);
    }

    private AuditRig(boolean chained) throws SQLException {
        String shared = System.getProperty("quarkus.datasource.jdbc.url");
        String name = "audit-" + COUNT.incrementAndGet();
        try (Connection server = DriverManager.getConnection(shared, Database.USER, Database.PASSWORD);
                Statement statement = server.createStatement()) {
            statement.execute("CREATE DATABASE \"" + name + "\"");
        }
        connection = open(shared.substring(0, shared.lastIndexOf('/') + 1) + name);
        execute(script("V0_1__outbox_and_audit"));
        execute("CREATE TABLE thing (id uuid PRIMARY KEY, version bigint NOT NULL)");
        if (chained) {
            chain();
        }
    }

    /** A trail from before there were chains. */
    static AuditRig unchained() throws SQLException {
        return new AuditRig(false);
    }

    void chain() throws SQLException {
        execute(script("V0_2__audit_chain"));
    }

    /** A second connection to the same database. */
    Connection another() throws SQLException {
        return open(connection.getMetaData().getURL());
    }

    /** The keys of the next seals and verifications. */
    void keys(SealKeys other) {
        keys = other;
    }

    /** A thing that has been changed until it has this version. */
    UUID thing(int versions) throws SQLException {
        UUID thing = UUID.randomUUID();
        for (int version = 1; version <= versions; version++) {
            change(connection, thing, version, "{\"title\": \"" + version + "\"}", null);
        }
        return thing;
    }

    static void change(Connection connection, UUID thing, long version, String after, String reason)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                "INSERT INTO thing VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET version = excluded.version")) {
            upsert.setObject(1, thing);
            upsert.setLong(2, version);
            upsert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, OffsetDateTime.parse("2026-01-12T10:00:00.123456+02:00"));
            insert.setObject(2, thing);
            insert.setLong(3, version);
            insert.setString(4, version == 1 ? null : after);
            insert.setString(5, after);
            insert.setString(6, reason);
            insert.executeUpdate();
        }
    }

    /** Sets seals until nothing waits, as the leader does; tells how many. */
    int seal() throws SQLException {
        Sealing sealing = sealing();
        int seals = 0;
        while (waiting() > 0) {
            sealing.perform(connection);
            seals++;
        }
        return seals;
    }

    Sealing sealing() {
        ObjectMapper json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        return new Sealing(settings(KEY, 0, KEY), new Outbox(), keys, json, new Ids());
    }

    long waiting() throws SQLException {
        return new SealRows(connection).waiting();
    }

    /** Does what only a superuser can, past all triggers. */
    void tamper(String sql) throws SQLException {
        execute("SET session_replication_role = replica; " + sql + "; SET session_replication_role = origin");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Verifies the whole trail, three rows at a time, up to the first broken link. */
    AuditVerification verify() throws SQLException {
        Verification verification = new Verification(connection, keys);
        AuditVerification found = verification.from(Place.START, 3);
        int entries = found.entries();
        int aggregates = found.aggregates();
        int seals = found.seals();
        while (found.intact() && found.next() != null) {
            found = verification.from(Place.of(found.next()), 3);
            entries += found.entries();
            aggregates += found.aggregates();
            seals += found.seals();
        }
        return new AuditVerification(
                found.intact(), found.broken(), entries, aggregates, seals, found.waiting(), found.next());
    }

    AuditVerification verify(UUID thing) throws SQLException {
        return new Verification(connection, keys).of(thing);
    }

    AuditVerification goOn(AuditVerification from) throws SQLException {
        return new Verification(connection, keys).from(Place.of(from.next()), 1_000);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    static AuditConfig settings(KeyPair signing, long unsignedUntil, KeyPair... known) {
        return new Settings(
                Duration.ofMinutes(1),
                Optional.ofNullable(signing)
                        .map(pair -> base64(pair.getPrivate().getEncoded())),
                Optional.of(List.of(known).stream()
                        .map(pair -> base64(pair.getPublic().getEncoded()))
                        .toList()),
                unsignedUntil);
    }

    static KeyPair keyPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Connection open(String url) throws SQLException {
        return DriverManager.getConnection(url, Database.USER, Database.PASSWORD);
    }

    private static String script(String name) {
        try (var file = AuditRig.class.getResourceAsStream("/db/defaults/" + name + ".sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Settings(
            Duration sealEvery,
            Optional<String> signingKey,
            Optional<List<String>> verificationKeys,
            long unsignedUntil)
            implements AuditConfig {}

    private record Outbox(
            String source,
            String topic,
            int partitions,
            Mode mode,
            int batch,
            Duration lease,
            Duration poll,
            Duration degradedAfter,
            int maxBytes)
            implements OutboxConfig {
        Outbox() {
            this("/rig", "rig", 6, Mode.EXACTLY_ONCE, 1000, null, null, null, 900_000);
        }
    }
}
