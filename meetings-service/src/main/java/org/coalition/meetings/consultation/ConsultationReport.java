package org.coalition.meetings.consultation;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How soon urgent consultations of a period were heard of and decided.")
record ConsultationReport(
        Instant from,
        Instant until,
        MedianMinutes firstAcknowledged,
        MedianMinutes allAcknowledged,
        MedianMinutes decided,

        @Schema(description = "The consultations behind the figures, in the order of their call.")
        List<ConsultationTiming> consultations,

        @Schema(description = "False if the period has more than are counted.")
        boolean complete,

        @Schema(description = "What was counted.") String explanation) {

    static ConsultationReport of(Instant from, Instant until, List<ConsultationTiming> counted, boolean complete) {
        return new ConsultationReport(
                from,
                until,
                MedianMinutes.of(counted.stream().map(ConsultationTiming::firstAcknowledged)),
                MedianMinutes.of(counted.stream().map(ConsultationTiming::allAcknowledged)),
                MedianMinutes.of(counted.stream().map(ConsultationTiming::decided)),
                counted,
                complete,
                "Counted: %s that you may know of, called in the period and not cancelled."
                        .formatted(
                                complete
                                        ? "the %d consultations".formatted(counted.size())
                                        : "the first %d consultations".formatted(counted.size())));
    }
}
