package org.coalition.meetings.series;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Drafts the meetings of all occurrences from now on that start before a time.")
record PlanOccurrences(
        @Schema(examples = "2027-01-01T00:00:00Z") @NotNull Instant until) {
    /** Meetings that one call drafts. */
    static final int MOST = 12;
}
