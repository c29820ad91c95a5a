package org.coalition.defaults.audit;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.ZoneOffset;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.outbox.Change;
import org.hibernate.Session;

/**
 * The append-only record of who changed what, when, why, from what and to what; written in the transaction of the
 * change itself, so that neither can be without the other. {@code before} and {@code after} hold the fields that changed.
 */
@Singleton
public class AuditTrail {
    private static final String INSERT = """
            INSERT INTO audit_entry (at, actor, party, action, noun, aggregate_id, aggregate_version, before, after,
                                     reason, request_id, known_visibility, known_to)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)""";

    AuditTrail() {}

    /**
     * Adds the entry of a change.
     *
     * @param known who could know of the aggregate both before and after it, for its {@link History}
     */
    public void append(Session session, Change change, Audience known) {
        JsonNode before = change.changedBefore();
        session.doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setObject(1, change.recordedAt().atOffset(ZoneOffset.UTC));
                insert.setString(2, change.actor().subject());
                insert.setString(3, change.actor().party());
                insert.setString(4, change.eventType());
                insert.setString(5, change.noun());
                insert.setObject(6, change.aggregateId());
                insert.setLong(7, change.version());
                insert.setString(8, before == null ? null : before.toString());
                insert.setString(9, change.changedAfter().toString());
                insert.setString(10, change.reason());
                insert.setString(11, change.actor().requestId());
                insert.setString(12, known.visibility().name());
                insert.setArray(
                        13, connection.createArrayOf("varchar", known.parties().toArray()));
                insert.executeUpdate();
            }
        });
    }
}
