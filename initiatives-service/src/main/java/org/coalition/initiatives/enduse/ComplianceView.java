package org.coalition.initiatives.enduse;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Whether the inventories of sensitive articles are done when they are due.")
record ComplianceView(
        @Schema(description = "The state at this time was counted.")
        Instant asOf,

        @Schema(description = "What was counted, in words.") String counts,

        ComplianceLine overall,
        List<String> by,

        @Schema(description = "Whether these are all lines; if not, narrow the report and ask again.")
        boolean complete,

        List<ComplianceLine> items) {}
