package org.coalition.meetings.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.coalition.meetings.party.PartyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Drafts a decision under an agenda item.")
record DraftDecision(
        @Schema(examples = "The parties establish a joint oversight mechanism.") @NotBlank @Size(max = 20_000)
        String text,

        @NotNull AdoptionRule adoptionRule,

        @Schema(
                description =
                        "The parties entitled to a position; by default those with a delegation when it is opened.",
                examples = "[\"DE\", \"FR\", \"GB\"]")
        @Size(max = 300)
        List<@NotNull @PartyCode String> entitledParties,

        LocalDate effectiveOn,
        LocalDate reviewOn) {

    DraftDecision {
        entitledParties = entitledParties == null ? List.of() : entitledParties;
    }

    DecisionText decisionText() {
        return new DecisionText(text, effectiveOn, reviewOn);
    }
}
