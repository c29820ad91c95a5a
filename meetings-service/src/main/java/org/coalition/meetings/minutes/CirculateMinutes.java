package org.coalition.meetings.minutes;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Gives the minutes to the parties for their comments.")
record CirculateMinutes(
        @Schema(description = "Until when corrections are taken; 90 days from now at most.") @NotNull
        Instant commentUntil) {}
