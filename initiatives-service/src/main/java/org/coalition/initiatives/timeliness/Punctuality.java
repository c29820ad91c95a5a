package org.coalition.initiatives.timeliness;

import org.coalition.initiatives.delivery.Against;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How deliveries stand to one promise, the first or the last.")
record Punctuality(
        @Schema(description = "Delivered on the promised day or before.")
        long onTime,

        @Schema(description = "Delivered later, or not delivered although the day has passed.")
        long missed,

        @Schema(description = "onTime / (onTime + missed); absent if there is none.")
        Double onTimeRate,

        @Schema(description = "Median over those delivered of the days after the promised one; negative if before.")
        Double medianDelayDays,

        @Schema(description = "The path that lists precisely the deliveries on time.")
        String onTimeDeliveries,

        @Schema(description = "The path that lists precisely those that missed the day.")
        String missedDeliveries) {

    static Punctuality of(long onTime, long missed, Double delay, String path, Against against) {
        long judged = onTime + missed;
        return new Punctuality(
                onTime,
                missed,
                judged == 0 ? null : (double) onTime / judged,
                delay,
                path + "&against=" + against + "&onTime=true",
                path + "&against=" + against + "&onTime=false");
    }
}
