package org.coalition.initiatives.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What the recipient has stated of a receipt, and returned since.")
record ReceiptView(
        Instant at,
        String place,

        @Schema(description = "With the shortfall, what was handed over.")
        BigDecimal received,

        BigDecimal shortfall,

        @Schema(description = "Of the received; it counts as received.")
        BigDecimal damaged,

        @Schema(description = "Of the received: sent back on receipt, or later.")
        BigDecimal returned,

        @Schema(description = "received - returned: what counts as delivered.")
        BigDecimal kept,

        @Schema(description = "The DELIVERY over what is kept, in the ledger of the line; absent if nothing is.")
        UUID ledgerEntryId,

        String remark,
        Document document,
        List<GoodsReturn> returns,
        String confirmedBy,
        Instant confirmedAt) {

    static ReceiptView of(Arrival arrival) {
        return arrival == null
                ? null
                : new ReceiptView(
                        arrival.at(),
                        arrival.place(),
                        arrival.received(),
                        arrival.shortfall(),
                        arrival.damaged(),
                        arrival.returned(),
                        arrival.kept(),
                        arrival.entryId(),
                        arrival.remark(),
                        arrival.document(),
                        arrival.returns(),
                        arrival.confirmedBy(),
                        arrival.confirmedAt());
    }
}
