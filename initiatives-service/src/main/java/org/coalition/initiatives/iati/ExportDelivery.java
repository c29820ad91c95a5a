package org.coalition.initiatives.iati;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** A delivery that is still to be received, as an export needs it. */
record ExportDelivery(
        UUID lineId, String recipient, BigDecimal amount, LocalDate promisedOn, LocalDate originalPromisedOn) {

    /** Over a delivery {@code e}. */
    static final String SELECT =
            "e.contributionId, e.recipient, e.amount, e.promise.promisedOn, e.promise.originalPromisedOn";
}
