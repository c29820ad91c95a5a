package org.coalition.initiatives.need;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.initiatives.contribution.Quantity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Offers a part of what is needed, or all of it, or more; it binds nobody until it is accepted.")
record MakeOffer(
        @NotNull @Valid Quantity quantity,

        @Schema(description = "The first day on which it can be had.") @NotNull
        LocalDate availableFrom,

        @Schema(description = "The line of the offering party that it will be booked on.")
        UUID contributionId,

        @Size(max = 2000) String note) {}
