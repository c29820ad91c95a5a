package org.coalition.initiatives.oversight;

import java.util.List;
import org.coalition.initiatives.contribution.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The findings that are not closed.")
record OpenFindings(
        @Schema(description = "Who is to act; absent where all are counted.")
        String owner,

        @Schema(description = "Without an agreed plan.") long unresolved,

        @Schema(description = "With an agreed plan that is not shown to be carried out.")
        long resolved,

        @Schema(description = "Of both: those whose due date has passed.")
        long overdue,

        @Schema(description = "Raised less than 30 days ago.")
        long upTo30Days,

        long upTo90Days,
        long upTo180Days,
        long older,

        @Schema(description = "What they question, for each currency.")
        List<Money> valueQuestioned,

        @Schema(
                description =
                        "The path that lists these and the closed ones; add &status=OPEN_UNRESOLVED, for instance.")
        String findings) {

    static OpenFindings of(FindingCounts counts, List<Questioned> values, OversightScope scope) {
        String owner = counts.owner() == null ? "" : "&owner=" + counts.owner();
        return new OpenFindings(
                counts.owner(),
                counts.unresolved(),
                counts.resolved(),
                counts.overdue(),
                counts.upTo30Days(),
                counts.upTo90Days(),
                counts.upTo180Days(),
                counts.older(),
                values.stream()
                        .map(value -> new Money(value.amount(), value.currency()))
                        .toList(),
                "/v1/findings?" + (owner + scope.query()).replaceFirst("^&", ""));
    }
}
