package org.coalition.meetings.party;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Registers a state or organisation.")
record RegisterParty(
        @Schema(description = "ISO 3166-1 alpha-2, or the code of an organisation.", examples = "GB")
        @NotNull
        @PartyCode
        String code,

        @Schema(examples = "United Kingdom") @NotBlank @Size(max = 200)
        String name,

        @NotNull PartyKind kind,
        @Schema(description = "First day of membership.") LocalDate memberSince) {}
