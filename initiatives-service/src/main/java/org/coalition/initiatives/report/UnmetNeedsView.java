package org.coalition.initiatives.report;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What is still needed, the earliest day first.")
record UnmetNeedsView(
        Instant asOf,

        @Schema(description = "What was counted, in words.") String counts,

        @Schema(description = "Whether these are all lines; if not, narrow the days and ask again.")
        boolean complete,

        List<UnmetNeedsLine> items) {}
