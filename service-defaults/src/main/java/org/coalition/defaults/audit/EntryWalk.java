package org.coalition.defaults.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Checks each entry: that its hash follows from what it says and from the entry before, and that it is sealed or soon will be. Before the
 * entry with which a resource begins anew, versions are missing: they were lost with the database that a backup has replaced.
 */
final class EntryWalk implements Walk {
    private static final String SELECT = """
            SELECT e.id, (extract(epoch FROM e.at) * 1000000)::bigint, e.actor, e.party, e.action, e.noun, e.aggregate_id::text,
                   e.aggregate_version, e.before::text, e.after::text, e.reason, e.request_id, e.hash, p.hash,
                   EXISTS (SELECT FROM audit_unsealed u WHERE u.entry_id = e.id)
                     OR EXISTS (SELECT FROM audit_seal s WHERE s.covers @> e.id),
                   e.aggregate_version > 1 %s
            FROM audit_entry e
            LEFT JOIN audit_entry p ON p.aggregate_id = e.aggregate_id AND p.aggregate_version =
              CASE WHEN e.action LIKE '%%.snapshot.v1'
                THEN (SELECT max(b.aggregate_version) FROM audit_entry b
                      WHERE b.aggregate_id = e.aggregate_id AND b.aggregate_version < e.aggregate_version)
                ELSE e.aggregate_version - 1 END
            WHERE e.id > ? %s ORDER BY e.id LIMIT ?""";

    private static final int FIELDS = 12;

    private final Connection connection;
    private final UUID aggregate;
    private final String query;

    /** @param aggregate the one whose chain is walked; null for all */
    EntryWalk(Connection connection, List<String> tables, UUID aggregate) {
        this.connection = connection;
        this.aggregate = aggregate;
        String known = tables.stream()
                .map(table -> "OR EXISTS (SELECT FROM " + table + " WHERE id = e.aggregate_id)")
                .collect(Collectors.joining(" "));
        query = SELECT.formatted(known, aggregate == null ? "" : "AND e.aggregate_id = ?");
    }

    @Override
    public Stretch from(String after, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            int place = 1;
            select.setLong(place++, after.isEmpty() ? Long.MIN_VALUE : Long.parseLong(after));
            if (aggregate != null) {
                select.setObject(place++, aggregate);
            }
            select.setInt(place, most);
            try (ResultSet row = select.executeQuery()) {
                int checked = 0;
                String last = null;
                while (row.next()) {
                    checked++;
                    last = row.getString(1);
                    BrokenLink broken = check(row);
                    if (broken != null) {
                        return Stretch.broken(checked, checked, last, broken);
                    }
                }
                return checked < most ? Stretch.end(checked, checked) : Stretch.upTo(checked, checked, last);
            }
        }
    }

    private static BrokenLink check(ResultSet row) throws SQLException {
        byte[] before = row.getLong(8) == 1 ? CanonicalForm.NOTHING : row.getBytes(14);
        if (before == null) {
            return broken(row, LinkRule.MISSING_ENTRY, "The entry of the version before this one is gone.");
        }
        if (!Arrays.equals(hash(row, before), row.getBytes(13))) {
            return broken(
                    row,
                    LinkRule.ALTERED_ENTRY,
                    "The hash of the entry does not follow from its fields and from the entry before.");
        }
        if (!row.getBoolean(15)) {
            return broken(row, LinkRule.UNSEALED_ENTRY, "The entry is under no seal and does not wait for one.");
        }
        if (!row.getBoolean(16)) {
            return broken(row, LinkRule.STRAY_ENTRY, "The entry begins the chain of a resource that is not there.");
        }
        return null;
    }

    private static byte[] hash(ResultSet row, byte[] before) throws SQLException {
        CanonicalForm form = new CanonicalForm();
        for (int field = 1; field <= FIELDS; field++) {
            form.with(row.getString(field));
        }
        return form.hash(before);
    }

    private static BrokenLink broken(ResultSet row, LinkRule rule, String detail) throws SQLException {
        return BrokenLink.ofEntry(rule, row.getLong(1), UUID.fromString(row.getString(7)), detail);
    }
}
