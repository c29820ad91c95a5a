package org.coalition.defaults.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.hibernate.Session;

/**
 * What became of a resource, as a caller may know it: each change that was made while the caller could know of the resource, before it
 * and after. Others are absent without a trace but for the gap in the versions, which every ETag shows as well: so who may know of a
 * resource today does not learn from its history what was withheld then, nor when.
 */
@Singleton
public class History {
    private static final String SELECT = """
            select aggregate_version, cast(extract(epoch from at) * 1000000 as bigint), action, party,
                   case when party = :party then actor end, reason, cast(before as text), cast(after as text)
            from audit_entry
            where aggregate_id = :aggregate and aggregate_version < :before and aggregate_version <= :version
              and (known_visibility = 'PUBLIC' or known_visibility = 'COALITION' and :party <> '%s'
                   or known_visibility = 'RESTRICTED' and :party = any (known_to))
            order by aggregate_version desc""".formatted(Caller.NO_PARTY);

    private final Session session;
    private final Caller caller;
    private final ObjectMapper json;

    History(Session session, Caller caller, ObjectMapper json) {
        this.session = session;
        this.caller = caller;
        this.json = json;
    }

    /**
     * A page of the changes, the last first.
     *
     * @param version of the aggregate as the caller was just allowed to read it; nothing later is told
     */
    public Page<HistoryEntry> of(UUID aggregate, long version, PageQuery query) {
        List<HistoryEntry> entries = session
                .createNativeQuery(SELECT, Object[].class)
                .setParameter("aggregate", aggregate)
                .setParameter("before", before(query.afterKey()))
                .setParameter("version", version)
                .setParameter("party", caller.partyOrNone())
                .setMaxResults(query.fetch())
                .getResultList()
                .stream()
                .map(this::entry)
                .toList();
        return Page.of(entries, query, entry -> Long.toString(entry.version()));
    }

    private static long before(String version) {
        if (!version.matches("\\d{0,18}")) {
            throw PageQuery.foreign();
        }
        return version.isEmpty() ? Long.MAX_VALUE : Long.parseLong(version);
    }

    private HistoryEntry entry(Object[] row) {
        return new HistoryEntry(
                ((Number) row[0]).longValue(),
                Instant.EPOCH.plus(((Number) row[1]).longValue(), ChronoUnit.MICROS),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                tree((String) row[6]),
                tree((String) row[7]));
    }

    private JsonNode tree(String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry of the audit trail is not readable", e);
        }
    }
}
