package org.coalition.initiatives.enduse;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.coalition.initiatives.contribution.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A serial-numbered article that its recipient has confirmed, and what has become of it.")
record ArticleView(
        UUID id,
        UUID deliveryId,
        UUID contributionId,
        UUID initiativeId,

        @Schema(description = "Who gave it.") String party,

        @Schema(description = "Who received it.") String recipient,

        @Schema(description = "Who has it: the recipient, or to whom it was transferred since.")
        String holder,

        String serialNumber,
        String description,

        @Schema(description = "As it was stated with the delivery.")
        Money value,

        @Schema(description = "Whether its use is checked.") boolean sensitive,

        LocalDate arrivedOn,
        ArticleStatus status,

        @Schema(description = "What the last verified check has found.")
        CheckOutcome lastOutcome,

        LocalDate lastCheckedOn,

        @Schema(
                description =
                        "The day by whose end in UTC the next inventory is due: 90 days after the arrival, later a year after"
                                + " the last one that was done. Absent if none is: of what is not sensitive, or is held no longer.")
        LocalDate nextCheckOn,

        @Schema(description = "By the clock (UTC): that day has passed.")
        boolean delinquent,

        @Schema(description = "Full days since that day; 0 if it is not delinquent.")
        long daysDelinquent,

        @Schema(description = "Whether the holder has reported a check that is not verified yet.")
        boolean awaitingVerification) {

    static ArticleView of(ArticleRow row, LocalDate today) {
        long late = row.dueOn() == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(row.dueOn(), today));
        return new ArticleView(
                row.id(),
                row.deliveryId(),
                row.contributionId(),
                row.initiativeId(),
                row.party(),
                row.recipient(),
                row.holder(),
                row.serialNumber(),
                row.description(),
                row.value() == null ? null : new Money(row.value(), row.currency()),
                row.sensitive(),
                row.arrivedOn(),
                row.status(),
                row.lastOutcome(),
                row.lastCheckedOn(),
                row.dueOn(),
                late > 0,
                late,
                row.awaiting());
    }
}
