package org.coalition.initiatives.timeliness;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.initiatives.delivery.Deliveries;
import org.coalition.initiatives.delivery.DeliveryScope;

/** Counts by the database how promises were kept, over what the caller may know of. */
@Singleton
class Timeliness {
    private static final int MOST_LINES = 1000;
    private static final String COUNTS =
            "Deliveries that were not cancelled. On time: delivered on the promised day (UTC) or before; missed: delivered"
                    + " later, or not delivered although the day has passed, so that what never came is not left out. The rate is"
                    + " onTime / (onTime + missed); what is still to come in time is in neither. Delivered is the stage named in"
                    + " counting, on the day that the recipient (RECEIPT_CONFIRMED) or the giver (HANDED_OVER) has stated."
                    + " Only what you may know of is counted.";

    private final Deliveries deliveries;
    private final Clock clock;

    Timeliness(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    TimelinessView of(DeliveryScope scope, Set<TimelinessKey> keys) {
        Instant now = clock.instant();
        Listing counted = scope.narrow(deliveries.visible())
                .with("today", now.atOffset(ZoneOffset.UTC).toLocalDate());
        List<TimelinessLine> lines = deliveries
                .figures(
                        Counted.select(keys, scope.counting()),
                        Breakdown.groupBy(keys),
                        counted,
                        Counted.class,
                        MOST_LINES + 1)
                .stream()
                .map(row -> TimelinessLine.of(row, scope))
                .toList();
        return new TimelinessView(
                now,
                scope.counting(),
                COUNTS,
                TimelinessLine.of(
                        deliveries.figures(Counted.select(Set.of(), scope.counting()), counted, Counted.class), scope),
                keys.stream().map(TimelinessKey::parameter).toList(),
                lines.size() <= MOST_LINES,
                lines.subList(0, Math.min(lines.size(), MOST_LINES)));
    }
}
