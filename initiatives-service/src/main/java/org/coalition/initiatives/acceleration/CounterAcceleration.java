package org.coalition.initiatives.acceleration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Offers another day than the wanted one.")
record CounterAcceleration(
        @Schema(description = "Later than the wanted day, and earlier than the promised one.") @NotNull
        LocalDate counteredOn,

        @NotBlank @Size(max = 2000) String reason) {}
