package org.coalition.initiatives.contribution;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A group of persons who are trained together.")
public record Cohort(
        @Schema(examples = "Engineers, second course") @NotBlank @Size(max = 200)
        String label,

        @Schema(description = "How many are expected; more may come.") @Min(1) @Max(Cohort.MOST)
        int planned,

        @Schema(description = "How many began.") @Min(0) @Max(Cohort.MOST)
        int started,

        @Schema(description = "How many of them went through to the end.") @Min(0) @Max(Cohort.MOST)
        int completed,

        @Schema(description = "How many of those have passed.") @Min(0) @Max(Cohort.MOST)
        int certified,

        LocalDate startOn,
        LocalDate endOn) {

    static final int MOST = 1_000_000;

    @AssertTrue(message = "must be no more than completed")
    @Schema(hidden = true)
    boolean isCertified() {
        return certified <= completed;
    }

    @AssertTrue(message = "must be no more than started")
    @Schema(hidden = true)
    boolean isCompleted() {
        return completed <= started;
    }

    @AssertTrue(message = "must not be before startOn")
    @Schema(hidden = true)
    boolean isEndOn() {
        return startOn == null || endOn == null || !endOn.isBefore(startOn);
    }
}
