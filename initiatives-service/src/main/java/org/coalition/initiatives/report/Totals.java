package org.coalition.initiatives.report;

import static org.coalition.initiatives.contribution.EntryKind.ALLOCATION;
import static org.coalition.initiatives.contribution.EntryKind.COMMITMENT;
import static org.coalition.initiatives.contribution.EntryKind.DELIVERY;
import static org.coalition.initiatives.contribution.EntryKind.DISBURSEMENT;
import static org.coalition.initiatives.contribution.EntryKind.PLEDGE;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.defaults.aggregate.InFlight;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.initiatives.contribution.Contributions;

/** Totals by the rules of OCHA FTS and the Kiel tracker: pledges are shown apart, and never counted as committed. */
@Singleton
class Totals {
    private static final String COUNTS =
            "committed, allocated, disbursed, delivered: the COMMITMENT, ALLOCATION, DISBURSEMENT and"
                    + " DELIVERY entries of the ledgers, reversals deducted; delivered is what the recipient has confirmed."
                    + " pledged: the PLEDGE entries, reversals deducted, not contained in committed. Of a line that was split its"
                    + " parts are counted, not the line itself. Currencies are not converted.";
    private static final String FROM = "LedgerEntry l join l.contribution c join Initiative i on i.id = c.initiativeId"
            + " join PastAspect a on a.begin.initiativeId = i.id and a.begin.since <= :asOf and a.until > :asOf";
    private static final String FIGURES = ", c.currency, c.unit, "
            + Stream.of(COMMITMENT, PLEDGE, ALLOCATION, DISBURSEMENT, DELIVERY)
                    .map("coalesce(sum(case when l.kind = %s then l.amount end), 0)"::formatted)
                    .collect(Collectors.joining(", "));

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

    TotalsView of(TotalsFilter filter) {
        Set<TotalsKey> keys = filter.keys();
        Instant settled = settled();
        Listing counted = filter.narrow(Listing.from(FROM).visible(Audience.hql("i.audience"), caller), settled);
        return new TotalsView(
                filter.asOf(settled),
                COUNTS,
                keys.stream().map(TotalsKey::parameter).toList(),
                contributions.figures(select(keys), groupBy(keys), counted, TotalsLine.class));
    }

    /** Up to then nothing can come to the ledgers any more. The clock comes first: what begins later, records a later time. */
    private Instant settled() {
        Instant now = clock.instant();
        return now.minus(inFlight.oldest("contribution,initiative")).truncatedTo(ChronoUnit.MICROS);
    }

    private static String select(Set<TotalsKey> keys) {
        return Arrays.stream(TotalsKey.values())
                        .map(key -> keys.contains(key) ? key.hql() : "cast(null as String)")
                        .collect(Collectors.joining(", "))
                + FIGURES;
    }

    private static String groupBy(Set<TotalsKey> keys) {
        return Stream.concat(keys.stream().map(TotalsKey::hql), Stream.of("c.currency", "c.unit"))
                .collect(Collectors.joining(", "));
    }
}
