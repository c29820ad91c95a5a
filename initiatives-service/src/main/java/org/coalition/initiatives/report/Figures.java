package org.coalition.initiatives.report;

import java.math.BigDecimal;

/** A row of totals as the database adds it up; a key that was not asked for is null. In the order of the kinds of entries. */
record Figures(
        String party,
        String aspect,
        String track,
        String instrument,
        String initiative,
        String period,
        String currency,
        String unit,
        BigDecimal pledged,
        BigDecimal committed,
        BigDecimal allocated,
        BigDecimal disbursed,
        BigDecimal delivered) {}
