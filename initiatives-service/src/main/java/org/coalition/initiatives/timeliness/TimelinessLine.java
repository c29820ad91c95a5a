package org.coalition.initiatives.timeliness;

import org.coalition.initiatives.delivery.Against;
import org.coalition.initiatives.delivery.DeliveryScope;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The timeliness of some deliveries.")
record TimelinessLine(
        String party,
        String recipient,
        String track,
        String initiative,

        @Schema(description = "All that were not cancelled.")
        long deliveries,

        @Schema(description = "Those that have reached the stage that counts as delivered.")
        long delivered,

        @Schema(description = "Those for which another day is promised now than at first.")
        long promisesRevised,

        Punctuality againstOriginal,
        Punctuality againstRevised,

        @Schema(description = "Median of the days from READY to DISPATCHED.")
        Double medianDaysReady,

        @Schema(description = "Median of the days from DISPATCHED to the hub, or to the hand-over if there was none.")
        Double medianDaysDispatched,

        @Schema(description = "Median of the days from the hub to the hand-over.")
        Double medianDaysAtHub,

        @Schema(description = "Median of the days from the hand-over to the receipt.")
        Double medianDaysHandedOver) {

    static TimelinessLine of(Counted row, DeliveryScope scope) {
        String path = "/v1/deliveries?" + scope.query(row.initiative(), row.party(), row.recipient(), row.track());
        return new TimelinessLine(
                row.party(),
                row.recipient(),
                row.track(),
                row.initiative(),
                row.deliveries(),
                row.delivered(),
                row.promisesRevised(),
                Punctuality.of(row.onTimeOriginal(), row.missedOriginal(), row.delayOriginal(), path, Against.ORIGINAL),
                Punctuality.of(row.onTimeRevised(), row.missedRevised(), row.delayRevised(), path, Against.REVISED),
                row.daysReady(),
                row.daysDispatched(),
                row.daysAtHub(),
                row.daysHandedOver());
    }
}
