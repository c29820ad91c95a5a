package org.coalition.initiatives.contribution;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What can be edited of a contribution; PATCH it by JSON Merge Patch.")
record ReviseContribution(
        @NotBlank @Size(max = 1000) String description,

        @Valid PrivatePartner privatePartner,

        @Schema(description = "One whose kind and text stay is as fulfilled as it was; another wording is a new one.")
        @Size(max = ReviseContribution.MOST_CONDITIONS)
        List<@NotNull @Valid ConditionTerms> conditions,

        @Schema(description = "Only where the instrument is TRAINING.") @Size(max = ReviseContribution.MOST_COHORTS)
        List<@NotNull @Valid Cohort> cohorts) {

    static final int MOST_CONDITIONS = 20;
    static final int MOST_COHORTS = 100;

    ReviseContribution {
        conditions = conditions == null ? List.of() : conditions;
        cohorts = cohorts == null ? List.of() : cohorts;
    }
}
