package org.coalition.initiatives.delivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Records that a delivery has reached the next stage of custody.")
record RecordStage(
        @Schema(examples = "Rzeszow, hub 2") @NotBlank @Size(max = 200)
        String place,

        @Schema(description = "Not before the last stage, and not still to come.") @NotNull
        Instant at,

        @Schema(
                description =
                        "What was handed on, in the currency or unit of the delivery; all of the last stage if left out,"
                                + " never more.")
        @Positive
        @Digits(integer = 15, fraction = 4)
        BigDecimal amount,

        @Valid Document document) {}
