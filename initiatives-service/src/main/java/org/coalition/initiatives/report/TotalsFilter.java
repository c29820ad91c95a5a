package org.coalition.initiatives.report;

import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.initiatives.contribution.Instrument;
import org.coalition.initiatives.contribution.Track;
import org.coalition.initiatives.initiative.Aspect;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which entries of which ledgers to total. */
public class TotalsFilter {
    /** What is asked of a time so long ago is cheaper to add up from the ledgers than to take from the lines of today. */
    private static final Duration LONG_AGO = Duration.ofDays(31);

    @QueryParam("party")
    @Parameter(description = "Code of the contributing party.")
    String party;

    @QueryParam("aspect")
    Aspect aspect;

    @QueryParam("track")
    Track track;

    @QueryParam("instrument")
    Instrument instrument;

    @QueryParam("initiativeId")
    UUID initiativeId;

    @QueryParam("lineCurrency")
    @Parameter(description = "Of lines that are kept in this currency.")
    String lineCurrency;

    @QueryParam("unit")
    @Parameter(description = "Of lines that are kept in this unit, letter for letter.")
    String unit;

    @QueryParam("from")
    @Parameter(description = "With a value date on this day or later.")
    LocalDate from;

    @QueryParam("to")
    @Parameter(description = "With a value date on this day or earlier.")
    LocalDate to;

    @QueryParam("asOf")
    @Parameter(
            description =
                    "What had been recorded at this time, by the aspects that initiatives had then; now by default. Never later than the beginning of a change under way, so that the same answer can be had again.")
    Instant asOf;

    /** All value dates between two days. */
    static TotalsFilter between(LocalDate from, LocalDate to) {
        TotalsFilter filter = new TotalsFilter();
        filter.from = from;
        filter.to = to;
        return filter;
    }

    /** Never later than what is settled: what is recorded until then would change an answer that has been given. */
    Instant asOf(Instant settled) {
        return asOf == null || asOf.isAfter(settled) ? settled : asOf;
    }

    /** The one that reads least; the summary has no answer about a time that is too long ago. */
    Basis basis(Set<TotalsKey> keys, Instant settled) {
        boolean ofWholeMonths = (from == null || from.getDayOfMonth() == 1)
                && (to == null || to.plusDays(1).getDayOfMonth() == 1);
        return ofWholeMonths && initiativeId == null && !keys.contains(TotalsKey.INITIATIVE)
                ? Basis.SUMMARY
                : basisOfAnyTime(keys, settled);
    }

    Basis basisOfAnyTime(Set<TotalsKey> keys, Instant settled) {
        boolean ofValueDates = from != null || to != null || keys.stream().anyMatch(TotalsKey.PERIODS::contains);
        return ofValueDates || asOf(settled).isBefore(settled.minus(LONG_AGO)) ? Basis.LEDGER : Basis.LINES;
    }

    Listing narrow(Basis basis, String joined, Instant settled) {
        if (from != null && to != null && from.isAfter(to)) {
            throw new Malformed(Fault.in("from", "after-to", "from is not after to; give them the other way round."));
        }
        return basis.recorded(joined)
                .with("asOf", asOf(settled))
                .and(basis.line("party") + " = :contributor", "contributor", party)
                .and(basis.aspect("aspect") + " = :aspect", "aspect", aspect)
                .and(basis.line("track") + " = :track", "track", track)
                .and(basis.line("instrument") + " = :instrument", "instrument", instrument)
                .and(basis.initiative("id") + " = :initiative", "initiative", initiativeId)
                .and(basis.line("currency") + " = :lineCurrency", "lineCurrency", lineCurrency)
                .and(basis.line("unit") + " = :unit", "unit", unit)
                .and(basis.entry("valueDate") + " >= :from", "from", from)
                .and(basis.entry("valueDate") + " <= :to", "to", to);
    }

    /** The same as a query for what is behind a row, whose values take the place of one's own. */
    Query queryOf(Figures row, Instant counted) {
        return new Query()
                .and("party", row.party() == null ? party : row.party())
                .and("aspect", row.aspect() == null ? aspect : row.aspect())
                .and("track", row.track() == null ? track : row.track())
                .and("instrument", row.instrument() == null ? instrument : row.instrument())
                .and("initiativeId", row.initiative() == null ? initiativeId : row.initiative())
                .and("from", Period.later(from, Period.first(row.period())))
                .and("to", Period.earlier(to, Period.last(row.period())))
                .and("asOf", counted);
    }
}
