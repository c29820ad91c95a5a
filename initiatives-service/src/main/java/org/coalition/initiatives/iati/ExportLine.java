package org.coalition.initiatives.iati;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.initiatives.contribution.Condition;
import org.coalition.initiatives.contribution.Instrument;

/** A contribution as an export needs it. */
record ExportLine(
        UUID id,
        UUID initiativeId,
        String party,
        Instrument instrument,
        String description,
        String currency,
        String unit,
        BigDecimal committed,
        BigDecimal allocated,
        BigDecimal settled,
        Instant createdAt,
        Instant lastEntryAt,
        String privatePartner,
        List<Condition> conditions) {

    /** Over a contribution {@code e}. */
    static final String SELECT =
            "e.id, e.initiativeId, e.party, e.instrument, e.details.description, e.currency, e.unit,"
                    + " e.balance.committed, e.balance.allocated, e.balance.disbursed + e.balance.delivered, e.createdAt,"
                    + " e.balance.lastEntryAt, e.details.privatePartner.name, e.details.conditions";

    BigDecimal outstanding() {
        return allocated.subtract(settled);
    }
}
