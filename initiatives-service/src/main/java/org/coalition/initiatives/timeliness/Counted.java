package org.coalition.initiatives.timeliness;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.initiatives.delivery.Against;
import org.coalition.initiatives.delivery.Counting;

/** A row of the report as the database counts it; a key that was not asked for is null. */
record Counted(
        String party,
        String recipient,
        String track,
        String initiative,
        Long deliveries,
        Long delivered,
        Long promisesRevised,
        Long onTimeOriginal,
        Long missedOriginal,
        Double delayOriginal,
        Long onTimeRevised,
        Long missedRevised,
        Double delayRevised,
        Double daysReady,
        Double daysDispatched,
        Double daysAtHub,
        Double daysHandedOver) {

    /** The columns of a row, over a delivery {@code e} and its line {@code c}. */
    static String select(Set<TimelinessKey> keys, Counting counting) {
        return Stream.of(
                        Breakdown.select(keys),
                        number("e.stage <> CANCELLED"),
                        number(counting.day() + " is not null"),
                        number("e.stage <> CANCELLED and e.promise.promisedOn <> e.promise.originalPromisedOn"),
                        figures(Against.ORIGINAL, counting),
                        figures(Against.REVISED, counting),
                        median("e.pace.daysReady"),
                        median("e.pace.daysDispatched"),
                        median("e.pace.daysAtHub"),
                        median("e.pace.daysHandedOver"))
                .collect(Collectors.joining(", "));
    }

    private static String figures(Against against, Counting counting) {
        return number(against.onTime(counting)) + ", " + number(against.missed(counting)) + ", "
                + median("cast(sql('? - ?', %s, %s) as Double)".formatted(counting.day(), against.day()));
    }

    private static String number(String condition) {
        return "coalesce(sum(case when " + condition + " then 1 else 0 end), 0)";
    }

    private static String median(String days) {
        return "percentile_cont(0.5) within group (order by " + days + ")";
    }
}
