package org.coalition.defaults.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.outbox.Announcement;
import org.coalition.defaults.outbox.LeaderDuty;
import org.coalition.defaults.outbox.OutboxConfig;

/**
 * Seals the entries that no seal covers yet, and publishes the seal by the outbox, where it goes out as every event does:
 * once. What left the database cannot be taken back there.
 */
@Singleton
public class Sealing implements LeaderDuty {
    /** So few that the events that come meanwhile hardly wait. */
    private static final int MOST = 5_000;

    private static final String TYPE = "org.coalition.audit.sealed.v1";
    /** The outbox asks for an aggregate: all seals of a service are one. */
    private static final UUID TRAIL = new UUID(0, 0);

    private final AuditConfig audit;
    private final OutboxConfig outbox;
    private final SealKeys keys;
    private final ObjectMapper json;
    private final Ids ids;

    Sealing(AuditConfig audit, OutboxConfig outbox, SealKeys keys, ObjectMapper json, Ids ids) {
        this.audit = audit;
        this.outbox = outbox;
        this.keys = keys;
        this.json = json;
        this.ids = ids;
    }

    @Override
    public Duration every() {
        return audit.sealEvery();
    }

    @Override
    public boolean perform(Connection connection) throws SQLException {
        SealRows rows = new SealRows(connection);
        List<Seal.Leaf> leaves = rows.take(MOST);
        if (leaves.isEmpty()) {
            return false;
        }
        Seal last = rows.lastUpTo(Long.MAX_VALUE);
        long number = last == null ? 1 : last.number() + 1;
        byte[] previous = last == null ? CanonicalForm.NOTHING : last.hash();
        Seal seal = Seal.over(leaves, number, previous, rows.now(), keys);
        rows.insert(seal);
        announcement(AuditSeal.of(seal)).insert(connection, outbox.partitions());
        return leaves.size() == MOST;
    }

    private Announcement announcement(AuditSeal seal) {
        UUID eventId = ids.next();
        return new Announcement(
                eventId,
                "audit",
                TRAIL,
                seal.number(),
                0,
                TYPE,
                outbox.auditTopic(),
                outbox.source(),
                write(headers(seal, eventId)),
                write(Map.of("after", seal, "changed", List.of(), "facts", Map.of())));
    }

    private Map<String, String> headers(AuditSeal seal, UUID eventId) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", eventId.toString());
        headers.put("ce_source", outbox.source());
        headers.put("ce_type", TYPE);
        headers.put("ce_subject", "/v1/audit" + outbox.source() + "/seals");
        headers.put("ce_time", seal.at().toString());
        headers.put("ce_recordedtime", seal.at().toString());
        headers.put("ce_sequence", Long.toString(seal.number()));
        headers.put("ce_dataclassification", Visibility.COALITION.name());
        headers.put("content-type", "application/json");
        return headers;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A seal could not be written as JSON", e);
        }
    }
}
