package org.coalition.initiatives.delivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.coalition.initiatives.contribution.Money;
import org.coalition.initiatives.contribution.Quantity;
import org.coalition.initiatives.mandate.PartyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Plans a delivery under a contribution of the caller's party; it begins as READY.")
record PlanDelivery(
        @Schema(description = "The party that receives it: a recipient of the initiative.", examples = "UA")
        @NotNull
        @PartyCode
        String recipient,

        @Schema(examples = "First battery with its vehicles") @NotBlank @Size(max = 1000)
        String description,

        @Schema(description = "For a line in money; otherwise the quantity.") @Valid
        Money money,

        @Valid Quantity quantity,

        @Schema(description = "The day by whose end in UTC it is to be received.") @NotNull
        LocalDate promisedOn,

        @Schema(description = "Where it is made ready.", examples = "Toulon") @NotBlank @Size(max = 200)
        String place,

        @Schema(description = "Since when it is ready; now if left out.")
        Instant readyAt,

        @Valid Document document,

        @Schema(description = "Its serial-numbered articles.") @Size(max = MOST_ARTICLES)
        List<@NotNull @Valid ArticleTerms> articles) {

    static final int MOST_ARTICLES = 100;

    PlanDelivery {
        articles = articles == null ? List.of() : articles;
    }

    @AssertTrue(message = "must be given, or quantity, and not both")
    @Schema(hidden = true)
    boolean isMoney() {
        return (money == null) != (quantity == null);
    }

    BigDecimal amount() {
        return money == null ? quantity.value() : money.amount();
    }
}
