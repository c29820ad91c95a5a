package org.coalition.initiatives.indicator;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How an expected outcome is measured; PATCH it by JSON Merge Patch.")
record IndicatorDetails(
        @Schema(examples = "Share of the airspace covered") @NotBlank @Size(max = 200)
        String title,

        @Schema(
                description = "One of the initiative's expected outcomes, word by word.",
                examples = "Improved airspace control")
        @NotBlank
        @Size(max = 500)
        String expectedOutcome,

        @NotNull Measure measure,

        @Schema(description = "Needed for UNIT.", examples = "batteries")
        @Size(max = 40)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String unit,

        @Schema(description = "Whether more is better; true by default.")
        Boolean ascending,

        @Schema(description = "Needed but for NOMINAL.") @Valid
        Baseline baseline,

        @Schema(description = "In their order, without overlap.") @NotEmpty @Size(max = 60)
        List<@NotNull @Valid Period> periods) {

    IndicatorDetails {
        ascending = ascending == null || ascending;
    }

    @AssertTrue(message = "must be given for the measure UNIT")
    @Schema(hidden = true)
    boolean isUnit() {
        return measure != Measure.UNIT || unit != null;
    }

    @AssertTrue(message = "must be given, but for the measure NOMINAL")
    @Schema(hidden = true)
    boolean isBaseline() {
        return measure == null || measure == Measure.NOMINAL || baseline != null;
    }
}
