package org.coalition.initiatives.timeliness;

import java.time.Instant;
import java.util.List;
import org.coalition.initiatives.delivery.Counting;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Whether what was promised came when it was promised.")
record TimelinessView(
        @Schema(description = "The state at this time was counted.")
        Instant asOf,

        @Schema(description = "The stage that counts as delivered.")
        Counting counting,

        @Schema(description = "What was counted, in words.") String counts,

        TimelinessLine overall,
        List<String> by,

        @Schema(description = "Whether these are all lines; if not, narrow the report and ask again.")
        boolean complete,

        List<TimelinessLine> items) {}
