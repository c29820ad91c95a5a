package org.coalition.defaults.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.coalition.defaults.testing.Broker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that comes back from a backup, while its topics hold what was published since. */
class RelayRestoreTest {
    private static final String AUDIT = """
            INSERT INTO audit_entry (at, actor, action, noun, aggregate_id, aggregate_version, after, request_id)
            VALUES (now(), 'test', 'test', 'thing', ?, ?, '{}', 'test')""";

    private final UUID changed = UUID.randomUUID();
    private final UUID made = UUID.randomUUID();
    private final UUID pending = UUID.randomUUID();
    private RelayRig rig;

    @BeforeEach
    void open() throws Exception {
        rig = new RelayRig();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void whatTheDatabaseDoesNotKnowIsWrittenDownAndNothingIsPublishedTwice() throws Exception {
        loseAndRestore(true);
        RelayMember relay = rig.join();
        await().until(() -> relay.status().leader());
        assertEquals(2, rig.count("outbox_overtaken"));
        assertEquals(1, rig.count("outbox_overtaken WHERE sequence = 3 AND aggregate_id = '" + changed + "'"));
        assertEquals(
                1,
                rig.count("outbox_overtaken WHERE aggregate_id = '" + made
                        + "' AND subject = '/v1/things' AND audience = 'COALITION' AND resource ->> 'version' = '1'"));
        assertEquals(0, rig.count("outbox_event"));
        assertEquals(0, rig.ledger().doubled());
    }

    /** An operator who lets it begin anew, or a database that has never published, takes nothing of the topics for lost. */
    @Test
    void withoutAPositionNothingIsTakenForLost() throws Exception {
        loseAndRestore(false);
        RelayMember relay = rig.join();
        await().until(() -> relay.status().leader());
        assertEquals(0, rig.count("outbox_overtaken"));
        assertEquals(0, rig.ledger().doubled());
    }

    private void loseAndRestore(boolean withPositions) throws Exception {
        RelayMember relay = rig.join();
        commit(changed, 1, UUID.randomUUID());
        commit(changed, 2, UUID.randomUUID());
        awaitPublished();
        String positions = withPositions ? positions() : "{}";
        UUID published = UUID.randomUUID();
        commit(pending, 1, published);
        announce(changed, 3, UUID.randomUUID());
        announce(made, 1, UUID.randomUUID());
        awaitPublished();
        relay.leave();
        rig.execute("UPDATE outbox_lease SET positions = '" + positions + "'");
        announce(pending, 1, published);
    }

    private void commit(UUID thing, long version, UUID eventId) throws SQLException {
        try (Connection connection = rig.connect();
                PreparedStatement insert = connection.prepareStatement(AUDIT)) {
            insert.setObject(1, thing);
            insert.setLong(2, version);
            insert.executeUpdate();
        }
        announce(thing, version, eventId);
    }

    private void announce(UUID thing, long version, UUID eventId) throws SQLException {
        String headers = """
                {"ce_id": "%s", "ce_type": "org.coalition.thing.changed.v1", "ce_subject": "/v1/things", "ce_sequence": "%d",
                 "ce_dataclassification": "COALITION"}""".formatted(eventId, version);
        try (Connection connection = rig.connect()) {
            new Announcement(
                            eventId,
                            "thing",
                            thing,
                            version,
                            0,
                            "org.coalition.thing.changed.v1",
                            rig.topic(),
                            thing.toString(),
                            headers,
                            "{\"after\": {\"version\": " + version + "}}")
                    .insert(connection, Broker.PARTITIONS);
        }
    }

    private void awaitPublished() {
        await().until(() -> rig.count("outbox_event") == 0);
    }

    private String positions() throws SQLException {
        try (Connection connection = rig.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT positions FROM outbox_lease")) {
            row.next();
            return row.getString(1);
        }
    }
}
