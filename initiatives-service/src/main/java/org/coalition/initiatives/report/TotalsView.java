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
        List<TotalsLine> items) {}
