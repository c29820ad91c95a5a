package org.coalition.meetings.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kept as the fraction that it is: two thirds have no decimal form, and the last party decides. */
@Schema(description = "The part of the entitled parties that must be for a decision, as a fraction.")
@Embeddable
record Threshold(
        @Schema(examples = "2") @Column(name = "threshold_numerator") @NotNull @Min(1) @Max(1000)
        Integer numerator,

        @Schema(examples = "3") @Column(name = "threshold_denominator") @NotNull @Min(1) @Max(1000)
        Integer denominator) {

    /** Whether so many of all are that part or more. */
    boolean isReachedBy(int parties, int all) {
        return (long) parties * denominator >= (long) numerator * all;
    }

    /** The least number of parties that is this part of all. */
    int of(int all) {
        return (int) (((long) numerator * all + denominator - 1) / denominator);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
