package org.coalition.meetings.consultation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The median over those that have come so far.")
record MedianMinutes(
        @Schema(description = "Absent if none has come.", examples = "12.5")
        BigDecimal median,

        @Schema(description = "Of how many.") int counted,

        @Schema(description = "How many have not come; they are not in the median.")
        int outstanding,

        String explanation) {

    static MedianMinutes of(Stream<Elapsed> elapsed) {
        List<Elapsed> all = elapsed.toList();
        List<BigDecimal> come = all.stream()
                .map(Elapsed::minutes)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        int outstanding = all.size() - come.size();
        return come.isEmpty()
                ? new MedianMinutes(null, 0, outstanding, "None of %d has come yet.".formatted(all.size()))
                : new MedianMinutes(
                        middle(come),
                        come.size(),
                        outstanding,
                        "Median of %d; %d more have not come yet.".formatted(come.size(), outstanding));
    }

    private static BigDecimal middle(List<BigDecimal> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1).add(sorted.get(half)).divide(BigDecimal.valueOf(2), 1, RoundingMode.HALF_UP);
    }
}
