package org.coalition.defaults.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Checks of each resource that its chain ends with the version that it has. */
final class AggregateWalk implements Walk {
    private static final String SELECT = """
            SELECT a.id, a.version,
                   (SELECT max(e.aggregate_version) FROM audit_entry e WHERE e.aggregate_id = a.id)
            FROM %s a WHERE a.id > ? %s ORDER BY a.id LIMIT ?""";

    private static final UUID FIRST = new UUID(0, 0);

    private final Connection connection;
    private final List<String> tables;
    private final UUID aggregate;

    /** @param aggregate the only one to check; null for all */
    AggregateWalk(Connection connection, List<String> tables, UUID aggregate) {
        this.connection = connection;
        this.tables = tables;
        this.aggregate = aggregate;
    }

    /** A place is the number of a table, in alphabetical order, and the id there. */
    @Override
    public Stretch from(String after, int most) throws SQLException {
        int slash = after.indexOf('/');
        int table = slash < 0 ? 0 : Integer.parseInt(after.substring(0, slash));
        UUID id = slash < 0 ? FIRST : UUID.fromString(after.substring(slash + 1));
        if (table >= tables.size()) {
            return Stretch.end(0, 0);
        }
        try (PreparedStatement select = connection.prepareStatement(
                SELECT.formatted(tables.get(table), aggregate == null ? "" : "AND a.id = ?"))) {
            int place = 1;
            select.setObject(place++, id);
            if (aggregate != null) {
                select.setObject(place++, aggregate);
            }
            select.setInt(place, most);
            try (ResultSet row = select.executeQuery()) {
                int checked = 0;
                while (row.next()) {
                    checked++;
                    id = row.getObject(1, UUID.class);
                    BrokenLink broken = check(id, row.getLong(2), row.getObject(3, Long.class));
                    if (broken != null) {
                        return Stretch.broken(checked, checked, table + "/" + id, broken);
                    }
                }
                return Stretch.upTo(checked, checked, checked < most ? table + 1 + "/" + FIRST : table + "/" + id);
            }
        }
    }

    private static BrokenLink check(UUID id, long version, Long last) {
        if (last == null) {
            return BrokenLink.ofAggregate(
                    LinkRule.MISSING_CHAIN, id, "A resource of version %d has no entry.".formatted(version));
        }
        if (last < version) {
            return BrokenLink.ofAggregate(
                    LinkRule.CUT_TAIL,
                    id,
                    "The entries of a resource of version %d end with version %d.".formatted(version, last));
        }
        if (last > version) {
            return BrokenLink.ofAggregate(
                    LinkRule.STRAY_ENTRY,
                    id,
                    "The entries of a resource of version %d end with version %d, which it never had or has no more."
                            .formatted(version, last));
        }
        return null;
    }
}
