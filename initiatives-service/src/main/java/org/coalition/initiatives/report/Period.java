package org.coalition.initiatives.report;

import java.time.LocalDate;
import java.time.YearMonth;

/** Periods of value dates as reports name them: 2026, 2026-Q1, 2026-01. */
final class Period {
    private Period() {}

    /** The first day; null for null. */
    static LocalDate first(String period) {
        return period == null ? null : months(period)[0].atDay(1);
    }

    /** The last day; null for null. */
    static LocalDate last(String period) {
        return period == null ? null : months(period)[1].atEndOfMonth();
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private static YearMonth[] months(String period) {
        int year = Integer.parseInt(period.substring(0, 4));
        if (period.length() == 4) {
            return new YearMonth[] {YearMonth.of(year, 1), YearMonth.of(year, 12)};
        }
        if (period.charAt(5) == 'Q') {
            int last = 3 * (period.charAt(6) - '0');
            return new YearMonth[] {YearMonth.of(year, last - 2), YearMonth.of(year, last)};
        }
        YearMonth month = YearMonth.parse(period);
        return new YearMonth[] {month, month};
    }
}
