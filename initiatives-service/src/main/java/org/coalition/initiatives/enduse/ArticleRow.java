package org.coalition.initiatives.enduse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** An article as the database keeps it; see {@link ArticleView}. */
record ArticleRow(
        UUID id,
        UUID deliveryId,
        UUID contributionId,
        UUID initiativeId,
        String party,
        String recipient,
        String holder,
        String serialNumber,
        String description,
        BigDecimal value,
        String currency,
        Boolean sensitive,
        LocalDate arrivedOn,
        ArticleStatus status,
        CheckOutcome lastOutcome,
        LocalDate lastCheckedOn,
        LocalDate dueOn,
        Boolean awaiting) {

    static final String SELECT = "e.id, e.deliveryId, e.contributionId, e.initiativeId, e.party, e.recipient, e.holder,"
            + " e.serialNumber, e.description, e.value, e.currency, e.sensitive, e.arrivedOn, e.status, e.lastOutcome,"
            + " e.lastCheckedOn, e.dueOn, e.awaiting";
}
