package org.coalition.meetings.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.meetings.decision.AdoptionRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How long decisions took from draft to result.")
record DecisionLatency(
        @Schema(description = "The state at this time was counted.")
        Instant asOf,

        Instant from,
        Instant until,

        @Schema(description = "What was counted, in words.") String counts,

        Figures overall,
        List<ByRule> byRule,
        List<ByFocusArea> byFocusArea,
        NotTaken notTaken,

        @Schema(description = "The decisions behind the figures, in the order of their drafts; 200 at most.")
        List<Taken> items,

        @Schema(description = "How many further decisions are behind the figures; shorten the period to see them.")
        Long itemsLeftOff) {

    @Schema(description = "Figures over some decisions; median and percentile absent if there is none.")
    public record Figures(Long decisions, Long adopted, Double medianSeconds, Double percentile90Seconds) {}

    @Schema(description = "The figures of one adoption rule.")
    public record ByRule(
            AdoptionRule adoptionRule,
            Long decisions,
            Long adopted,
            Double medianSeconds,
            Double percentile90Seconds) {}

    @Schema(description = "The figures of one focus area; those of agenda items without one have none.")
    public record ByFocusArea(
            String focusArea, Long decisions, Long adopted, Double medianSeconds, Double percentile90Seconds) {}

    @Schema(description = "Decisions without a result.")
    public record NotTaken(
            @Schema(description = "Drafts, put to the parties, or under silence.")
            Long open,

            @Schema(description = "Withdrawn, or the silence was broken.")
            Long ended) {}

    @Schema(description = "A decision behind the figures.")
    public record Taken(
            UUID decisionId,

            @Schema(
                    description =
                            "Absent if it was rejected, or if its silence has lasted and that is not recorded yet.")
            String registerNumber,

            Boolean adopted,
            AdoptionRule adoptionRule,
            String focusArea,
            Instant raisedAt,
            Instant decidedAt,
            Double seconds) {}
}
