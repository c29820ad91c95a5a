package org.coalition.meetings.delegation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Puts one delegate in the place of another, head or member.")
record ReplaceDelegate(
        @Schema(description = "Name of the delegate who goes.") @NotBlank @Size(max = 200)
        String outgoing,

        @NotNull @Valid Delegate incoming,
        @NotBlank @Size(max = 500) String reason) {}
