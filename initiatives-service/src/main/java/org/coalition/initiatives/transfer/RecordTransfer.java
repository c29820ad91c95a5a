package org.coalition.initiatives.transfer;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Records that an authorised transfer was made.")
record RecordTransfer(
        @Schema(description = "The day on which they were handed on (UTC): since the authorisation, and not to come.")
        @NotNull
        LocalDate transferredOn) {}
