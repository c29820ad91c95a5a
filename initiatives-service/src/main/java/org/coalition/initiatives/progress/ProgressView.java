package org.coalition.initiatives.progress;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How far an initiative has come, computed from what was recorded.")
record ProgressView(
        @Schema(description = "The state at this time was counted.")
        Instant asOf,

        @Schema(description = "What was counted, in words.") String counts,

        ProgressNode progress) {}
