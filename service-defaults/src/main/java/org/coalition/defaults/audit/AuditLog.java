package org.coalition.defaults.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.hibernate.Session;

/**
 * The audit trail as an auditor reads it. An auditor is of a party, and need to know holds here too: the entries of a resource
 * that its party may not know of now are absent, while the verification covers all.
 */
@Singleton
public class AuditLog {
    private static final int ROWS_AT_ONCE = 10_000;
    private static final String SELECT = """
            select id, cast(extract(epoch from at) * 1000000 as bigint), actor, party, action, noun, aggregate_id,
                   aggregate_version, cast(before as text), cast(after as text), reason, request_id, encode(hash, 'hex')
            from audit_entry where %s order by at, id""";

    private static final String MICROS = "timestamptz 'epoch' + cast(:%s as bigint) * interval '1 microsecond'";
    private static final Pattern POSITION = Pattern.compile("(-?\\d{1,18}) (\\d{1,18})");

    private final Session session;
    private final NeedToKnow knowledge;
    private final SealKeys keys;
    private final ObjectMapper json;

    AuditLog(Session session, NeedToKnow knowledge, SealKeys keys, ObjectMapper json) {
        this.session = session;
        this.knowledge = knowledge;
        this.keys = keys;
        this.json = json;
    }

    /** A page of the entries in the order of their recording; it is shorter than asked for where some are withheld. */
    public Page<AuditEntry> list(AuditFilter filter, PageQuery query) {
        Page<AuditEntry> page = Page.of(rows(filter, query), query, entry -> micros(entry.at()) + " " + entry.number());
        Set<UUID> visible = page.items().stream()
                .collect(Collectors.groupingBy(
                        AuditEntry::noun, Collectors.mapping(AuditEntry::aggregateId, Collectors.toSet())))
                .entrySet()
                .stream()
                .flatMap(noun -> knowledge.visibleAmong(noun.getKey(), noun.getValue()).stream())
                .collect(Collectors.toSet());
        return new Page<>(
                page.items().stream()
                        .filter(entry -> visible.contains(entry.aggregateId()))
                        .toList(),
                page.next());
    }

    /** A page of the seals in their order. */
    public Page<AuditSeal> seals(PageQuery query) {
        long after = query.afterKey().isEmpty() ? 0 : Long.parseLong(query.afterKey());
        List<AuditSeal> seals =
                session.doReturningWork(connection -> new SealRows(connection).after(after, query.fetch())).stream()
                        .map(AuditSeal::of)
                        .toList();
        return Page.of(seals, query, seal -> Long.toString(seal.number()));
    }

    /**
     * Verifies a bounded part of the trail, of all resources whoever may know of them.
     *
     * @throws NotFound 404 if it is to be the chain of a resource of which the caller may not know
     */
    public AuditVerification verify(VerifyAudit what) {
        if (what.aggregateId != null && !knowledge.isVisible(what.aggregateId)) {
            throw new NotFound("resource", what.aggregateId);
        }
        Place place = Place.of(what.cursor);
        AuditVerification found = session.doReturningWork(connection -> {
            Verification verification = new Verification(connection, keys);
            return what.aggregateId == null
                    ? verification.from(place, ROWS_AT_ONCE)
                    : verification.of(what.aggregateId);
        });
        boolean named = found.broken() != null && found.broken().aggregateId() != null;
        return named && !knowledge.isVisible(found.broken().aggregateId()) ? found.withoutAggregate() : found;
    }

    private List<AuditEntry> rows(AuditFilter filter, PageQuery query) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        and("aggregate_id = :aggregate", "aggregate", filter.aggregateId, conditions, parameters);
        and("noun = :noun", "noun", filter.noun, conditions, parameters);
        and("noun = :nounOfAction", "nounOfAction", filter.nounOfAction(), conditions, parameters);
        and("action = :action", "action", filter.action, conditions, parameters);
        and("actor = :actor", "actor", filter.actor, conditions, parameters);
        and("party = :party", "party", filter.party, conditions, parameters);
        and("at >= " + MICROS.formatted("since"), "since", micros(filter.from), conditions, parameters);
        and("at < " + MICROS.formatted("until"), "until", micros(filter.to), conditions, parameters);
        if (!query.afterKey().isEmpty()) {
            Matcher position = POSITION.matcher(query.afterKey());
            if (!position.matches()) {
                throw foreign();
            }
            conditions.add("(at, id) > (" + MICROS.formatted("afterAt") + ", :afterId)");
            parameters.put("afterAt", Long.valueOf(position.group(1)));
            parameters.put("afterId", Long.valueOf(position.group(2)));
        }
        var select = session.createNativeQuery(SELECT.formatted(String.join(" and ", conditions)), Object[].class);
        parameters.forEach(select::setParameter);
        return select.setMaxResults(query.fetch()).getResultList().stream()
                .map(this::entry)
                .toList();
    }

    private static void and(
            String condition, String name, Object value, List<String> conditions, Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private AuditEntry entry(Object[] row) {
        return new AuditEntry(
                ((Number) row[0]).longValue(),
                Instant.EPOCH.plus(((Number) row[1]).longValue(), ChronoUnit.MICROS),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (UUID) row[6],
                ((Number) row[7]).longValue(),
                tree((String) row[8]),
                tree((String) row[9]),
                (String) row[10],
                (String) row[11],
                (String) row[12]);
    }

    private JsonNode tree(String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry of the audit trail is not readable", e);
        }
    }

    private static Long micros(Instant at) {
        return at == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static Malformed foreign() {
        return new Malformed(
                Fault.in("cursor", "foreign-cursor", "The cursor is not one that this collection gave out."));
    }
}
