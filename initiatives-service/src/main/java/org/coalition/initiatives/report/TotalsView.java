package org.coalition.initiatives.report;

import java.time.Instant;
import java.util.List;
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
        List<TotalsLine> unconverted,

        @Schema(description = "Only where amounts are converted: the rates that were used.")
        List<UsedRate> rates,

        @Schema(description = "Only where amounts are converted: whether these are all rates that were used.")
        Boolean ratesComplete) {}
