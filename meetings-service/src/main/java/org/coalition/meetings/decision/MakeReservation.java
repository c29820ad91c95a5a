package org.coalition.meetings.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The caller's party attaches a statement to a text; it cannot be taken back.")
record MakeReservation(
        @NotNull Reservation.Kind kind,

        @Schema(examples = "We read paragraph 3 as not limiting bilateral support.") @NotBlank @Size(max = 2000)
        String statement) {}
