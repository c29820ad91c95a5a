package org.coalition.initiatives.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.RuleViolated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What the recipient has stated of the receipt, and what it has returned since.
 *
 * @param returned in all, on receipt and later
 * @param entryId the DELIVERY in the ledger over what is kept; null if nothing is
 */
@Embeddable
record Arrival(
        @Column(name = "received_at") Instant at,

        @Column(name = "received_place") String place,

        BigDecimal received,
        BigDecimal shortfall,
        BigDecimal damaged,
        BigDecimal returned,
        String remark,

        @JdbcTypeCode(SqlTypes.JSON) @Column(name = "receipt_document")
        Document document,

        @JdbcTypeCode(SqlTypes.JSON) List<GoodsReturn> returns,

        @Column(name = "confirmed_by") String confirmedBy,

        @Column(name = "confirmed_at") Instant confirmedAt,

        @Column(name = "ledger_entry_id") UUID entryId) {

    private static final int MOST_RETURNS = 100;

    static Arrival of(ConfirmReceipt receipt, BigDecimal handedOver, UUID entry, String by, Instant now) {
        if (receipt.received().add(receipt.shortfall()).compareTo(handedOver) != 0) {
            throw new RuleViolated(
                    "/received",
                    "not-what-was-handed-over",
                    "%s was handed over: received and shortfall together are that much."
                            .formatted(Custody.plain(handedOver)));
        }
        requirePartOf(receipt.received(), "/damaged", receipt.damaged());
        requirePartOf(receipt.received(), "/returned", receipt.returned());
        boolean keepsAny = receipt.received().compareTo(receipt.returned()) > 0;
        if (!keepsAny && receipt.exceptionReason() != null) {
            throw new RuleViolated(
                    "/exceptionReason", "no-exception", "Nothing is kept, so none is delivered; leave it out.");
        }
        return new Arrival(
                receipt.at(),
                receipt.place(),
                receipt.received(),
                receipt.shortfall(),
                receipt.damaged(),
                receipt.returned(),
                receipt.remark(),
                receipt.document(),
                List.of(),
                by,
                now,
                keepsAny ? entry : null);
    }

    /** @param entry that over what is kept then, if anything is */
    Arrival returning(ReturnGoods goods, UUID entry, String by, Instant now) {
        Custody.requirePast("/at", goods.at(), now);
        if (goods.at().isBefore(at)) {
            throw new RuleViolated("/at", "before-receipt", "The delivery was received at %s.".formatted(at));
        }
        if (goods.amount().compareTo(kept()) > 0) {
            throw new RuleViolated(
                    "/amount",
                    "more-than-kept",
                    "%s of this delivery is kept; no more can be returned.".formatted(Custody.plain(kept())));
        }
        if (returns.size() == MOST_RETURNS) {
            throw new Conflict("Goods of one delivery are returned %d times at most.".formatted(MOST_RETURNS));
        }
        List<GoodsReturn> more = new ArrayList<>(returns);
        more.add(new GoodsReturn(
                goods.amount(), goods.at(), goods.reason(), goods.serialNumbers(), goods.document(), now, by));
        return new Arrival(
                at,
                place,
                received,
                shortfall,
                damaged,
                returned.add(goods.amount()),
                remark,
                document,
                List.copyOf(more),
                confirmedBy,
                confirmedAt,
                goods.amount().compareTo(kept()) < 0 ? entry : null);
    }

    /** What counts as delivered. */
    BigDecimal kept() {
        return received.subtract(returned);
    }

    private static void requirePartOf(BigDecimal received, String pointer, BigDecimal part) {
        if (part.compareTo(received) > 0) {
            throw new RuleViolated(
                    pointer, "more-than-received", "It is part of what was received, and no more than that.");
        }
    }
}
