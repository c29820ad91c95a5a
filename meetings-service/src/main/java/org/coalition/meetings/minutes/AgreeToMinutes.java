package org.coalition.meetings.minutes;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The caller's party agrees to the text that it has read.")
record AgreeToMinutes(
        @Schema(description = "The textVersion that the party has read.") @NotNull
        Integer textVersion) {}
