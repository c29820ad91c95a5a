package org.coalition.initiatives.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What was measured on a day.")
public record ActualView(
        UUID id,

        @Schema(description = "Its place in the order of recording, from 1.")
        int number,

        BigDecimal value,
        LocalDate measuredOn,
        String source,

        @Schema(description = "Why an earlier one was corrected.")
        String reason,

        Instant recordedAt,

        @Schema(description = "The client that recorded it.")
        String recordedBy) {

    static ActualView of(Actual actual) {
        return actual == null
                ? null
                : new ActualView(
                        actual.id(),
                        actual.number(),
                        actual.value(),
                        actual.measuredOn(),
                        actual.source(),
                        actual.reason(),
                        actual.recordedAt(),
                        actual.recordedBy());
    }
}
