package org.coalition.initiatives.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What was given on a line, beside what was received, as the database computes it; see {@link ReconciliationView}. */
record Figures(
        Long version,
        UUID contributionId,
        UUID initiativeId,
        String party,
        String currency,
        String unit,
        BigDecimal given,
        BigDecimal received,
        Instant since,
        ReconciliationStatus status,
        BigDecimal agreed,
        String disputedBy,
        String grounds) {

    static final String SELECT =
            "e.version, e.id, e.initiativeId, e.party, e.currency, e.unit, e.given, e.received, e.since,"
                    + " e.status, e.agreed, e.disputedBy, e.grounds";

    /** Whether they are equal; digits behind the point make no difference. */
    boolean areEqual() {
        return given.compareTo(received) == 0;
    }

    /** Full days since they differ; 0 if they do not. */
    long ageDays(Instant now) {
        return areEqual() || since == null
                ? 0
                : Math.max(
                        0,
                        ChronoUnit.DAYS.between(
                                since.atOffset(ZoneOffset.UTC).toLocalDate(),
                                now.atOffset(ZoneOffset.UTC).toLocalDate()));
    }
}
