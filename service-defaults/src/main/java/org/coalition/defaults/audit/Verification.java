package org.coalition.defaults.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.audit.Place.Part;

/** Walks through the audit trail a bounded way at a time: entries, seals, what waits for one, resources. */
final class Verification {
    private static final int BATCH = 1_000;

    private final Connection connection;
    private final SealKeys keys;

    Verification(Connection connection, SealKeys keys) {
        this.connection = connection;
        this.keys = keys;
    }

    /** Goes on from a place, over about so many rows, and stops at the first link that does not hold. */
    AuditVerification from(Place start, int most) throws SQLException {
        List<String> tables = AggregateTables.of(connection);
        int[] checked = new int[Part.values().length];
        int left = most;
        Place place = start;
        BrokenLink broken = null;
        while (place != null && broken == null && left > 0) {
            Part part = place.part();
            Stretch stretch = walk(part, tables).from(place.after(), Math.min(BATCH, left));
            checked[part.ordinal()] += stretch.checked();
            left -= Math.max(1, stretch.cost());
            broken = stretch.broken();
            place = stretch.last() != null
                    ? new Place(part, stretch.last())
                    : part.next() == null ? null : new Place(part.next(), "");
        }
        return report(checked, broken, place);
    }

    /** The whole chain of one resource. */
    AuditVerification of(UUID aggregate) throws SQLException {
        List<String> tables = AggregateTables.of(connection);
        int[] checked = new int[Part.values().length];
        BrokenLink broken = through(new EntryWalk(connection, tables, aggregate), Part.ENTRIES, checked);
        if (broken == null) {
            broken = through(new AggregateWalk(connection, tables, aggregate), Part.AGGREGATES, checked);
        }
        return report(checked, broken, null);
    }

    private static BrokenLink through(Walk walk, Part part, int[] checked) throws SQLException {
        Stretch stretch = walk.from("", BATCH);
        checked[part.ordinal()] += stretch.checked();
        while (stretch.last() != null && stretch.broken() == null) {
            stretch = walk.from(stretch.last(), BATCH);
            checked[part.ordinal()] += stretch.checked();
        }
        return stretch.broken();
    }

    private Walk walk(Part part, List<String> tables) {
        return switch (part) {
            case ENTRIES -> new EntryWalk(connection, tables, null);
            case AGGREGATES -> new AggregateWalk(connection, tables, null);
            case SEALS -> new SealWalk(connection, keys);
            case QUEUE -> new QueueWalk(connection);
        };
    }

    private AuditVerification report(int[] checked, BrokenLink broken, Place next) throws SQLException {
        return new AuditVerification(
                broken == null,
                broken,
                checked[Part.ENTRIES.ordinal()],
                checked[Part.AGGREGATES.ordinal()],
                checked[Part.SEALS.ordinal()],
                new SealRows(connection).waiting(),
                next == null ? null : next.cursor());
    }
}
