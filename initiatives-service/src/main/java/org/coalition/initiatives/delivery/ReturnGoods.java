package org.coalition.initiatives.delivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Returns some of what was received. In the ledger the DELIVERY is reversed as a whole, and what is"
                        + " still kept is recorded anew on the same value date.")
record ReturnGoods(
        @Schema(description = "In the currency or unit of the delivery; no more than is kept.")
        @NotNull
        @Positive
        @Digits(integer = 15, fraction = 4)
        BigDecimal amount,

        @Schema(description = "Not before it was received.") @NotNull
        Instant at,

        @NotBlank @Size(max = 2000) String reason,

        @Schema(description = "Of the articles that are returned.") @Size(max = PlanDelivery.MOST_ARTICLES)
        List<@NotBlank @Size(max = 100) String> serialNumbers,

        @Valid Document document,

        @Schema(description = "Why what is still kept is more than is allocated. Refused where it is not.")
        @Size(max = 2000)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String exceptionReason) {

    ReturnGoods {
        serialNumbers = serialNumbers == null ? List.of() : serialNumbers;
    }
}
