package org.coalition.initiatives.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Goods or services on their way from a party to a recipient.")
public record DeliveryView(
        UUID id,
        long version,
        UUID contributionId,
        UUID initiativeId,

        @Schema(description = "Who gives it.") String party,

        String recipient,
        String description,

        @Schema(description = "The currency of all amounts; absent for a delivery in units.")
        String currency,

        @Schema(description = "The unit of all amounts; absent for a delivery valued in money.")
        String unit,

        @Schema(description = "What was planned.") BigDecimal amount,

        DeliveryStage stage,

        @Schema(description = "Why it was cancelled.") String stageReason,

        @Schema(description = "The stages that may follow now.")
        List<DeliveryStage> next,

        @Schema(description = "Each stage that was recorded, up to the hand-over.")
        List<CustodyStage> custody,

        @Schema(description = "What the recipient has confirmed; absent until then.")
        ReceiptView receipt,

        @Schema(description = "The day by whose end in UTC it is to be received.")
        LocalDate promisedOn,

        @Schema(description = "The day that was promised first.")
        LocalDate originalPromisedOn,

        @Schema(description = "How often another day was promised.")
        int promiseRevisionCount,

        List<PromiseRevision> promiseRevisions,

        @Schema(description = "By the clock: the promised day has passed, or had when it was received.")
        boolean late,

        @Schema(
                description =
                        "Full days from the promised day to the receipt, or as long as that is not confirmed, to today"
                                + " (UTC); 0 if it is not late.")
        long daysLate,

        @Schema(description = "By the clock: not dispatched, and promised within atRiskWithinDays from today.")
        boolean atRisk,

        int atRiskWithinDays,
        List<Article> articles,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    static DeliveryView of(Delivery delivery, Outlook outlook) {
        Promise promise = delivery.promise();
        return new DeliveryView(
                delivery.id(),
                delivery.version(),
                delivery.contributionId(),
                delivery.initiativeId(),
                delivery.party(),
                delivery.recipient(),
                delivery.revisable().description(),
                delivery.currency(),
                delivery.unit(),
                delivery.amount(),
                delivery.stage(),
                delivery.stageReason(),
                List.copyOf(delivery.stage().next()),
                delivery.custody().stages(),
                ReceiptView.of(delivery.arrival()),
                promise.promisedOn(),
                promise.originalPromisedOn(),
                promise.revisions().size(),
                promise.revisions(),
                outlook.daysLate(delivery) > 0,
                outlook.daysLate(delivery),
                outlook.isAtRisk(delivery),
                outlook.withinDays(),
                delivery.articles().all(),
                delivery.createdAt(),
                delivery.updatedAt());
    }

    /** What the clock changes is another text, although the version is the same. */
    @Override
    public String tag() {
        return version + (late ? "-late-" + daysLate : "") + (atRisk ? "-at-risk" : "");
    }

    @Override
    public String path() {
        return "/v1/deliveries/" + id;
    }
}
