package org.coalition.initiatives.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.coalition.initiatives.initiative.InitiativeStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How far one initiative has come, with what that was reckoned from.")
record ProgressNode(
        UUID initiativeId,
        String title,
        InitiativeStatus status,

        @Schema(
                description =
                        "From 0 to 1; absent if there is nothing to reckon it from, which counts 0 in what it is a part of.")
        BigDecimal progress,

        Part.Inputs inputs,
        MilestoneFigures milestones,
        IndicatorFigures indicators,

        @Schema(description = "What it counts in what it is a part of, as it was set.")
        BigDecimal weight,

        @Schema(
                description =
                        "What it counts among the parts that are counted here; together 1. Absent if it is left out.")
        BigDecimal share,

        @Schema(description = "Why it is left out of what it is a part of.")
        String leftOut,

        @Schema(description = "How many parts are withheld from the caller, and not counted.")
        int withheld,

        List<ProgressNode> parts) {}
