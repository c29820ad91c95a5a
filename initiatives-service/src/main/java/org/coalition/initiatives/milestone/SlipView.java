package org.coalition.initiatives.milestone;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "When a milestone and those that wait for it can be reached.")
record SlipView(
        @Schema(description = "Looked at on this day (UTC).")
        LocalDate asOf,

        @Schema(description = "What was reckoned, in words.")
        String counts,

        Expected milestone,

        @Schema(
                description =
                        "Those that wait for it, directly or through others, the earliest first; without met ones.")
        List<Expected> dependants,

        @Schema(description = "Whether more depends on it than is shown.")
        boolean truncated) {

    @Schema(description = "A milestone with the day on which it can be reached.")
    record Expected(
            UUID milestoneId,
            UUID initiativeId,
            String title,
            MilestoneStatus status,
            LocalDate dueOn,

            @Schema(description = "The earliest day on which it can be reached; for a met one that on which it was.")
            LocalDate projectedOn,

            @Schema(
                    description = "Days from the due date to that day; negative if it was met early.",
                    minimum = "-4000000")
            long slipDays) {

        static Expected of(Projection.Dated milestone, LocalDate projectedOn) {
            return new Expected(
                    milestone.id(),
                    milestone.initiativeId(),
                    milestone.title(),
                    milestone.status(),
                    milestone.dueOn(),
                    projectedOn,
                    ChronoUnit.DAYS.between(milestone.dueOn(), projectedOn));
        }
    }
}
