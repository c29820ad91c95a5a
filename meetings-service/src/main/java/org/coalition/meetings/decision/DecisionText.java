package org.coalition.meetings.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What can be edited of a decision; PATCH it by JSON Merge Patch.")
@Embeddable
record DecisionText(
        @NotBlank @Size(max = 20_000) String text,

        @Schema(description = "From when it takes effect.") @Column(name = "effective_on")
        LocalDate effectiveOn,

        @Schema(description = "When it is to be looked at again.") @Column(name = "review_on")
        LocalDate reviewOn,

        @Schema(description = "The decision in force whose place it takes when it is adopted.")
        UUID supersedes,

        @Schema(description = "The decision in force that it changes when it is adopted.")
        UUID amends) {}
