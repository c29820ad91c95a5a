package org.coalition.initiatives.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How deliveries stand to their promised days by the clock.
 *
 * @param today in UTC; the promised day itself is not too late
 * @param withinDays before the promised day one that is not dispatched is at risk from then on
 */
record Outlook(LocalDate today, int withinDays) {
    static Outlook at(Instant now, AtRisk risk) {
        return new Outlook(now.atOffset(ZoneOffset.UTC).toLocalDate(), risk.withinDays());
    }

    /** Full days from the promised day to the receipt, or as long as that is to come, to today; 0 if it is not late. */
    long daysLate(Delivery delivery) {
        if (delivery.stage() == DeliveryStage.CANCELLED) {
            return 0;
        }
        LocalDate until = delivery.arrival() == null
                ? today
                : delivery.arrival().at().atOffset(ZoneOffset.UTC).toLocalDate();
        return Math.max(0, ChronoUnit.DAYS.between(delivery.promisedOn(), until));
    }

    boolean isAtRisk(Delivery delivery) {
        return delivery.stage() == DeliveryStage.READY
                && !delivery.promisedOn().isBefore(today)
                && !delivery.promisedOn().isAfter(riskUntil());
    }

    LocalDate riskUntil() {
        return today.plusDays(withinDays);
    }
}
