package org.coalition.initiatives.milestone;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Says whether a milestone was reached, and what shows it.")
record AssessMilestone(
        @Schema(description = "MET, PARTIALLY_MET or NOT_MET.") @NotNull
        MilestoneStatus status,

        @Schema(description = "When it was reached, as far as it was; absent for NOT_MET.")
        LocalDate metOn,

        @Schema(examples = "Handover report of 3 March.") @NotBlank @Size(max = 4000)
        String evidence) {

    @AssertTrue(message = "must be MET, PARTIALLY_MET or NOT_MET; reopen a milestone to have it SCHEDULED again")
    @Schema(hidden = true)
    boolean isStatus() {
        return status != MilestoneStatus.SCHEDULED;
    }

    @AssertTrue(message = "must be given for MET and PARTIALLY_MET, and only then")
    @Schema(hidden = true)
    boolean isMetOn() {
        return status == null
                || status == MilestoneStatus.SCHEDULED
                || (metOn == null) == (status == MilestoneStatus.NOT_MET);
    }
}
