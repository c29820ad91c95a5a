package org.coalition.initiatives.report;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.coalition.defaults.aggregate.InFlight;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.contribution.Contributions;

/** Totals by the rules of OCHA FTS and the Kiel tracker: pledges are shown apart, and never counted as committed. */
@Singleton
class Totals {
    static final String COUNTS =
            "committed, allocated, disbursed, delivered: the COMMITMENT, ALLOCATION, DISBURSEMENT and"
                    + " DELIVERY entries of the ledgers, reversals deducted; delivered is what the recipient has confirmed"
                    + " (RECEIPT_CONFIRMED). pledged: the PLEDGE entries, reversals deducted, not contained in committed. Of a"
                    + " line that was split its parts are counted, not the line itself.";
    private static final String AS_THEY_ARE = " Currencies are not converted.";
    private static final String CONVERTED =
            " Each entry in another currency is converted by the last rate of the pair, quoted either way, on or before its"
                    + " value date, or the day asked for, as it had been recorded at asOf; rounded by itself to 4 digits"
                    + " behind the point, half away from zero. What has no such rate stands in unconverted, not in items.";
    private static final int MOST_LINES = 1_000;
    private static final int MOST_RATES = 1_000;

    private final Contributions contributions;
    private final Caller caller;
    private final InFlight inFlight;
    private final Clock clock;

    Totals(Contributions contributions, Caller caller, InFlight inFlight, Clock clock) {
        this.contributions = contributions;
        this.caller = caller;
        this.inFlight = inFlight;
        this.clock = clock;
    }

    TotalsView of(TotalsFilter filter, Breakdown breakdown, Conversion conversion) {
        Set<TotalsKey> keys = breakdown.keys();
        Instant settled = settled();
        Instant asOf = filter.asOf(settled);
        List<Figures> rows = figures(
                keys,
                filter,
                conversion,
                settled,
                basis -> known(basis, filter, conversion, "", settled),
                MOST_LINES + 1);
        List<TotalsLine> lines = rows.stream()
                .limit(MOST_LINES)
                .map(row -> TotalsLine.of(row, filter, conversion, asOf))
                .toList();
        List<UsedRate> rates = conversion.isWanted() ? rates(filter, conversion, settled) : null;
        return new TotalsView(
                asOf,
                COUNTS + (conversion.isWanted() ? CONVERTED : AS_THEY_ARE),
                keys.stream().map(TotalsKey::parameter).toList(),
                rows.size() <= MOST_LINES,
                lines.stream().filter(line -> !line.isUnconverted(conversion)).toList(),
                conversion.isWanted()
                        ? lines.stream()
                                .filter(line -> line.isUnconverted(conversion))
                                .toList()
                        : null,
                rates == null ? null : rates.stream().limit(MOST_RATES).toList(),
                rates == null ? null : rates.size() <= MOST_RATES);
    }

    Page<TotalsEntryView> entries(
            TotalsFilter filter, TotalsEntryFilter entries, Conversion conversion, PageQuery query) {
        return contributions.page(
                CountedEntry.select(conversion),
                entries.narrow(known(Basis.LEDGER, filter, conversion, "", settled()), conversion),
                query,
                CountedEntry.class,
                CountedEntry::id,
                row -> TotalsEntryView.of(row, conversion));
    }

    private List<UsedRate> rates(TotalsFilter filter, Conversion conversion, Instant settled) {
        return contributions.figures(
                UsedRate.SELECT,
                UsedRate.GROUP_BY,
                known(Basis.LEDGER, filter, conversion, UsedRate.JOIN, settled),
                UsedRate.class,
                MOST_RATES + 1);
    }

    /** What anybody may know of, whoever asks; of every party and aspect. */
    List<Figures> publicFigures(TotalsFilter filter, Instant settled, int most) {
        Conversion none = new Conversion();
        return figures(
                new Breakdown().keys(),
                filter,
                none,
                settled,
                basis -> counted(basis, filter, none, "", settled)
                        .and(basis.initiative("audience.visibility") + " = PUBLIC"),
                most);
    }

    /** How many lines of each narrower visibility are not in those. */
    List<Withheld> withheld(TotalsFilter filter, Instant settled) {
        return contributions.figures(
                "i.audience.visibility, count(distinct c.id)",
                "i.audience.visibility",
                counted(Basis.LEDGER, filter, new Conversion(), "", settled).and("i.audience.visibility <> PUBLIC"),
                Withheld.class);
    }

    private List<Figures> figures(
            Set<TotalsKey> keys,
            TotalsFilter filter,
            Conversion conversion,
            Instant settled,
            Function<Basis, Listing> counted,
            int most) {
        Basis basis = conversion.isWanted() ? Basis.LEDGER : filter.basis(keys, settled);
        List<Figures> found = figures(keys, basis, conversion, counted.apply(basis), most);
        Basis anyTime = filter.basisOfAnyTime(keys, settled);
        // Perhaps there is nothing; perhaps the summary does not reach back so far.
        return found.isEmpty() && basis == Basis.SUMMARY
                ? figures(keys, anyTime, conversion, counted.apply(anyTime), most)
                : found;
    }

    private List<Figures> figures(Set<TotalsKey> keys, Basis basis, Conversion conversion, Listing counted, int most) {
        String remaining = conversion.remaining(basis);
        String unit = basis.line("unit");
        return contributions.figures(
                "%s, %s, %s, %s".formatted(Breakdown.select(keys, basis), remaining, unit, basis.figures(conversion)),
                Breakdown.groupBy(keys, basis, remaining + ", " + unit),
                counted,
                Figures.class,
                most);
    }

    private Listing known(Basis basis, TotalsFilter filter, Conversion conversion, String joined, Instant settled) {
        return counted(basis, filter, conversion, joined, settled)
                .visible(Audience.hql(basis.initiative("audience")), caller);
    }

    private static Listing counted(
            Basis basis, TotalsFilter filter, Conversion conversion, String joined, Instant settled) {
        return conversion.bind(filter.narrow(basis, conversion.join() + joined, settled));
    }

    /** Up to then nothing can come to the ledgers any more. The clock comes first: what begins later, records a later time. */
    Instant settled() {
        Instant now = clock.instant();
        return now.minus(inFlight.oldest("contribution,initiative,exchange_rate"))
                .truncatedTo(ChronoUnit.MICROS);
    }
}
