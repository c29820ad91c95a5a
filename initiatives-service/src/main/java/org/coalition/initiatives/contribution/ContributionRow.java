package org.coalition.initiatives.contribution;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A contribution as a row of a table. */
record ContributionRow(
        UUID id,
        UUID initiativeId,
        String party,
        Track track,
        Instrument instrument,
        String description,
        String currency,
        String unit,
        BigDecimal pledged,
        BigDecimal committed,
        BigDecimal allocated,
        BigDecimal disbursed,
        BigDecimal delivered,
        BigDecimal unallocated,
        BigDecimal undelivered,
        int entryCount,
        String privatePartnerName,
        String privatePartnerCountry,
        UUID splitFrom,
        Instant splitAt,
        Instant createdAt,
        Instant updatedAt) {

    /** Over a contribution {@code e}. */
    static final String SELECT =
            "e.id, e.initiativeId, e.party, e.track, e.instrument, e.details.description, e.currency,"
                    + " e.unit, e.balance.pledged, e.balance.committed, e.balance.allocated, e.balance.disbursed,"
                    + " e.balance.disbursed + e.balance.delivered, e.balance.committed - e.balance.allocated,"
                    + " e.balance.allocated - e.balance.disbursed - e.balance.delivered, e.balance.entryCount,"
                    + " e.details.privatePartner.name, e.details.privatePartner.country, e.splitFrom, e.splitAt, e.createdAt,"
                    + " e.updatedAt";
}
