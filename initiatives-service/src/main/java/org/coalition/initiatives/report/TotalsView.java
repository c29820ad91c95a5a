package org.coalition.initiatives.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.initiatives.csv.Sheet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Totals over the ledgers of all contributions that the caller may know of.")
record TotalsView(
        @Schema(description = "What had been recorded at this time was counted.")
        Instant asOf,

        @Schema(description = "What was counted, in words.") String counts,

        List<String> by,

        @Schema(description = "Whether these are all lines; if not, narrow the question and ask again.")
        boolean complete,

        List<TotalsLine> items,

        @Schema(description = "Only where amounts are converted: what is not, for lack of a rate; not in items.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<TotalsLine> unconverted,

        @Schema(description = "Only where amounts are converted: the rates that were used.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<UsedRate> rates,

        @Schema(description = "Only where amounts are converted: whether these are all rates that were used.")
        Boolean ratesComplete) {

    /**
     * Its lines as a table, with those that are not converted; in its name the time has no colon, which not every file system takes.
     *
     * @throws Malformed 400 if these are not all lines: a table does not say that it lacks some
     */
    Sheet<TotalsLine> sheet() {
        if (!complete) {
            throw new Malformed(Fault.in(
                    "by",
                    "too-many-lines",
                    "There are more than %d lines; narrow the question.".formatted(items.size())));
        }
        List<TotalsLine> lines = new ArrayList<>(items);
        lines.addAll(Objects.requireNonNullElse(unconverted, List.of()));
        return Sheet.of("totals-" + asOf.toString().replace(":", ""), TotalsLine.class, lines);
    }
}
