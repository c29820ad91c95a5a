package org.coalition.initiatives.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.coalition.defaults.outbox.LeaderDuty;

/** Merges what the summary of the ledgers has gathered, so that it stays as small as there are different things to total. */
@Singleton
class TotalsMerge implements LeaderDuty {
    /** What a total is asked as of again, to see what stands behind it, is mostly younger: it stays as quick. */
    private static final Duration YOUNG = Duration.ofMinutes(10);
    /** Fewer are as quickly read as merged. */
    private static final int FEW = 1_000;

    private static final String MERGE = """
            WITH gone AS (
              DELETE FROM ledger_total WHERE counts_from <= ?
                AND ? < (SELECT count(*) FROM ledger_total WHERE NOT merged AND counts_from <= ?)
              RETURNING *)
            INSERT INTO ledger_total (aspect, visibility, visible_to, party, track, instrument, currency, unit, kind, value_date,
              amount, entries, counts_from, merged)
            SELECT aspect, visibility, visible_to, party, track, instrument, currency, unit, kind, value_date,
              sum(amount), sum(entries), max(counts_from), true
            FROM gone
            GROUP BY aspect, visibility, visible_to, party, track, instrument, currency, unit, kind, value_date""";

    private final Clock clock;

    TotalsMerge(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean perform(Connection connection) throws SQLException {
        merge(connection, YOUNG, FEW);
        return false;
    }

    void merge(Connection connection, Duration young, int few) throws SQLException {
        Object until = clock.instant().minus(young).atOffset(ZoneOffset.UTC);
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            merge.setObject(1, until);
            merge.setInt(2, few);
            merge.setObject(3, until);
            merge.executeUpdate();
        }
    }
}
