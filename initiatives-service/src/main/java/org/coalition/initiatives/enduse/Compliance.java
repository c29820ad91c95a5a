package org.coalition.initiatives.enduse;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.initiatives.delivery.Deliveries;

/** Counts by the database whose inventories are done, over the articles of which the caller may know. */
@Singleton
class Compliance {
    private static final int MOST_LINES = 1000;
    private static final String COUNTS =
            "Monitored are the sensitive articles that were received and are held: not lost, used up or returned. One is compliant"
                    + " as long as its next inventory is not overdue: the first is due 90 days after the arrival, the next a year after"
                    + " the last that was done. What a holder reports counts once an overseer of another party has verified it. By value:"
                    + " the values stated with the deliveries, each currency by itself. Only what you may know of is counted.";

    private final Deliveries deliveries;
    private final Inventory inventory;
    private final Clock clock;

    Compliance(Deliveries deliveries, Inventory inventory, Clock clock) {
        this.deliveries = deliveries;
        this.inventory = inventory;
        this.clock = clock;
    }

    ComplianceView of(ArticleScope scope, Set<ComplianceKey> keys) {
        Instant now = clock.instant();
        List<ComplianceLine> lines = lines(scope, keys, now);
        return new ComplianceView(
                now,
                COUNTS,
                overall(scope, now),
                keys.stream().map(ComplianceKey::parameter).toList(),
                lines.size() <= MOST_LINES,
                lines.subList(0, Math.min(lines.size(), MOST_LINES)));
    }

    private List<ComplianceLine> lines(ArticleScope scope, Set<ComplianceKey> keys, Instant now) {
        String groupBy = ComplianceKey.groupBy(keys);
        Map<String, List<Valued>> values =
                deliveries
                        .figures(Valued.select(keys), groupBy + ", e.currency", valued(scope, now), Valued.class)
                        .stream()
                        .collect(Collectors.groupingBy(Valued::of));
        return deliveries
                .figures(Counted.select(keys), groupBy, counted(scope, now), Counted.class, MOST_LINES + 1)
                .stream()
                .map(row -> ComplianceLine.of(row, values.getOrDefault(row.of(), List.of()), scope))
                .toList();
    }

    private ComplianceLine overall(ArticleScope scope, Instant now) {
        return ComplianceLine.of(
                deliveries.figures(Counted.select(Set.of()), counted(scope, now), Counted.class),
                deliveries.figures(Valued.select(Set.of()), "e.currency", valued(scope, now), Valued.class),
                scope);
    }

    private Listing counted(ArticleScope scope, Instant now) {
        return scope.narrow(inventory.visible())
                .and("e.sensitive = true")
                .with("today", now.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private Listing valued(ArticleScope scope, Instant now) {
        return counted(scope, now).and("e.dueOn is not null and e.value is not null");
    }

    /** Null if there is nothing to rate. */
    static BigDecimal rate(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? null
                : part.divide(whole, 6, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
