package org.coalition.initiatives.delivery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Promises another day; the first promise is kept beside it.")
record RevisePromise(
        @Schema(description = "Today (UTC) or later.") @NotNull
        LocalDate promisedOn,

        @NotBlank @Size(max = 2000) String reason) {}
