package org.coalition.initiatives.indicator;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Where an indicator began.")
@Embeddable
public record Baseline(
        @Column(name = "baseline_value") @NotNull @Digits(integer = 15, fraction = 4)
        BigDecimal value,

        @Schema(description = "The day that the value is of.") @Column(name = "baseline_on") @NotNull
        LocalDate on) {}
