package org.coalition.initiatives.initiative;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Visibility;
import org.coalition.initiatives.mandate.PartyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What an initiative is about, who leads it and for whom. PATCH it by JSON Merge Patch.")
public record InitiativeDetails(
        @Schema(examples = "Air Defense Enhancement") @NotBlank @Size(max = 200)
        String title,

        @NotNull Aspect aspect,

        @Schema(examples = "Equipment Delivery") @Size(max = 200)
        String focusArea,

        @Schema(description = "What is provided.", examples = "[\"Supply of SAM Systems\"]") @Size(max = 50)
        List<@NotBlank @Size(max = 500) String> supportMeasures,

        @Schema(description = "The effects aimed at.", examples = "[\"Improved airspace control\"]") @Size(max = 50)
        List<@NotBlank @Size(max = 500) String> expectedOutcomes,

        @Schema(description = "The parties that run it.", examples = "[\"GB\"]") @NotEmpty @Size(max = 300)
        List<@NotNull @PartyCode String> leadParties,

        @Schema(description = "The parties that take part beside the lead parties.", examples = "[\"FR\"]")
        @Size(max = 300)
        List<@NotNull @PartyCode String> participants,

        @Schema(description = "The parties that it supports.", examples = "[\"UA\"]") @Size(max = 300)
        List<@NotNull @PartyCode String> recipients,

        @Schema(description = "The decision that it came of.")
        UUID originDecision,

        @Schema(description = "The initiative that it is a part of; put there by a party that leads both.")
        UUID parentId,

        @Schema(description = "The initiatives that it waits for.") @Size(max = 20)
        List<@NotNull UUID> dependsOn,

        @NotNull Visibility visibility,

        @Schema(
                description = "For RESTRICTED: the parties that may know of it; the lead parties always may.",
                examples = "[\"DE\", \"FR\"]")
        @Size(max = 300)
        List<@NotNull @PartyCode String> visibleTo) {

    public InitiativeDetails {
        supportMeasures = supportMeasures == null ? List.of() : supportMeasures;
        expectedOutcomes = expectedOutcomes == null ? List.of() : expectedOutcomes;
        participants = participants == null ? List.of() : participants;
        recipients = recipients == null ? List.of() : recipients;
        dependsOn = dependsOn == null ? List.of() : dependsOn;
        visibleTo = visibleTo == null ? List.of() : visibleTo;
    }

    Audience audience() {
        return Audience.of(visibility, visibleTo, leadParties);
    }
}
