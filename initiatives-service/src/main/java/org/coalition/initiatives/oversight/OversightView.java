package org.coalition.initiatives.oversight;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How oversight stands: what is signed off, and what was found and is still open.")
record OversightView(
        @Schema(description = "The state at this time was counted.")
        Instant asOf,

        @Schema(description = "What was counted, in words.") String counts,

        ReviewStanding initiatives,

        @Schema(description = "Initiatives that are not closed or cancelled.")
        long runningInitiatives,

        @Schema(description = "Of the running ones: those that were never submitted.")
        long runningNeverReviewed,

        ReviewStanding contributions,
        OpenFindings openFindings,

        @Schema(description = "Whether openFindingsByOwner has all owners.")
        boolean complete,

        List<OpenFindings> openFindingsByOwner) {}
