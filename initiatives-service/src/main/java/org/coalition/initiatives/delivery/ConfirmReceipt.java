package org.coalition.initiatives.delivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "States what was received of a delivery, in its currency or unit. What is kept (received, without"
                + " what was returned) is recorded as a DELIVERY in the ledger of its line.")
record ConfirmReceipt(
        @Schema(examples = "Odesa") @NotBlank @Size(max = 200)
        String place,

        @Schema(description = "When it was received; its day in UTC is the value date in the ledger.") @NotNull
        Instant at,

        @Schema(description = "Together with the shortfall what was handed over.")
        @NotNull
        @PositiveOrZero
        @Digits(integer = 15, fraction = 4)
        BigDecimal received,

        @Schema(description = "What was handed over and not received; 0 if left out.")
        @PositiveOrZero
        @Digits(integer = 15, fraction = 4)
        BigDecimal shortfall,

        @Schema(description = "What of the received is damaged; 0 if left out. It counts as received.")
        @PositiveOrZero
        @Digits(integer = 15, fraction = 4)
        BigDecimal damaged,

        @Schema(description = "What of the received was sent back at once; 0 if left out.")
        @PositiveOrZero
        @Digits(integer = 15, fraction = 4)
        BigDecimal returned,

        @Schema(description = "Serial numbers of the articles that were missing or sent back.")
        @Size(max = PlanDelivery.MOST_ARTICLES)
        List<@NotBlank @Size(max = 100) String> notReceived,

        @Schema(description = "What else is to be said, of the damage for instance.") @Size(max = 2000)
        String remark,

        @Valid Document document,

        @Schema(description = "Why more is delivered than is allocated. Refused where it is not.")
        @Size(max = 2000)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String exceptionReason) {

    ConfirmReceipt {
        shortfall = shortfall == null ? BigDecimal.ZERO : shortfall;
        damaged = damaged == null ? BigDecimal.ZERO : damaged;
        returned = returned == null ? BigDecimal.ZERO : returned;
        notReceived = notReceived == null ? List.of() : notReceived;
    }
}
