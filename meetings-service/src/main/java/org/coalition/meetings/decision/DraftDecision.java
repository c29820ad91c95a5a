package org.coalition.meetings.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.meetings.party.PartyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Drafts a decision under an agenda item.")
record DraftDecision(
        @Schema(examples = "The parties establish a joint oversight mechanism.") @NotBlank @Size(max = 20_000)
        String text,

        @NotNull AdoptionRule adoptionRule,

        @Schema(description = "For QUALIFIED, and only there.") @Valid
        Threshold threshold,

        @Schema(
                description =
                        "The parties entitled to a position; by default those with a delegation when it is opened.",
                examples = "[\"DE\", \"FR\", \"GB\"]")
        @Size(max = 300)
        List<@NotNull @PartyCode String> entitledParties,

        LocalDate effectiveOn,
        LocalDate reviewOn,

        @Schema(description = "The decision in force whose place it takes when it is adopted.")
        UUID supersedes,

        @Schema(description = "The decision in force that it changes when it is adopted.")
        UUID amends) {

    DraftDecision {
        entitledParties = entitledParties == null ? List.of() : entitledParties;
    }

    static DraftDecision underSilence(String text, List<String> entitledParties) {
        return new DraftDecision(text, AdoptionRule.SILENCE, null, entitledParties, null, null, null, null);
    }

    DecisionText decisionText() {
        return new DecisionText(text, effectiveOn, reviewOn, supersedes, amends);
    }
}
