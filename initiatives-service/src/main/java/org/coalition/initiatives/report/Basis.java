package org.coalition.initiatives.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.initiatives.contribution.EntryKind;

/** Out of what totals are added up. All come to the same; each of the later ones reads less and knows less. */
enum Basis {
    /** The entries {@code e} of the ledgers. */
    LEDGER("LedgerEntry e join e.contribution c" + Basis.INITIATIVES, "e.recordedAt <= :asOf and " + Basis.WHOLE),
    /** The figures that each line {@code c} carries: nothing of value dates. */
    LINES(
            "Contribution c" + Basis.INITIATIVES,
            "(c.balance.lastEntryAt <= :asOf or c.balance.lastEntryAt > :asOf"
                    + " and exists (select 1 from LedgerEntry l where l.contribution = c and l.recordedAt <= :asOf)) and "
                    + Basis.WHOLE),
    /** What was added up beforehand ({@link LedgerTotal}): whole months, no initiative, and only as of recent times. */
    SUMMARY(
            "LedgerTotal t",
            "t.countsFrom <= :asOf and not exists (select 1 from LedgerTotal m where m.merged and m.countsFrom > :asOf)");

    private static final String INITIATIVES = " join Initiative i on i.id = c.initiativeId"
            + " join PastAspect a on a.begin.initiativeId = i.id and a.begin.since <= :asOf and a.until > :asOf";
    private static final String WHOLE = "(c.splitAt is null or c.splitAt > :asOf)";

    private final String from;
    private final String recorded;

    Basis(String from, String recorded) {
        this.from = from;
        this.recorded = recorded;
    }

    /** What had been recorded by {@code :asOf}. */
    Listing recorded(String joined) {
        Listing listing = Listing.from(from + joined).and(recorded);
        // Where all has been moved or split away, a row of the summary is left, but no entry.
        return this == SUMMARY ? listing.having("sum(t.entries) > 0") : listing;
    }

    /** The path of a property of a line. */
    String line(String property) {
        return path("c", property);
    }

    String initiative(String property) {
        return path("i", property);
    }

    String aspect(String property) {
        return path("a", property);
    }

    String entry(String property) {
        return path("e", property);
    }

    private String path(String alias, String property) {
        return (this == SUMMARY ? "t" : alias) + "." + property;
    }

    String figures(Conversion conversion) {
        return Stream.of(EntryKind.values())
                .map(kind -> "coalesce(sum(%s), 0)"
                        .formatted(
                                switch (this) {
                                    case LEDGER -> ofKind("e", kind, conversion.amount());
                                    case LINES -> ofLine(kind);
                                    case SUMMARY -> ofKind("t", kind, "t.amount");
                                }))
                .collect(Collectors.joining(", "));
    }

    private static String ofKind(String alias, EntryKind kind, String amount) {
        return "case when %s.kind = %s then %s end".formatted(alias, kind, amount);
    }

    /** Of a line to whose ledger something has come since, the entries until then are added up. */
    private static String ofLine(EntryKind kind) {
        return ("case when c.balance.lastEntryAt <= :asOf then c.balance.%s else (select sum(l.amount) from LedgerEntry l"
                        + " where l.contribution = c and l.kind = %s and l.recordedAt <= :asOf) end")
                .formatted(column(kind), kind);
    }

    private static String column(EntryKind kind) {
        return switch (kind) {
            case PLEDGE -> "pledged";
            case COMMITMENT -> "committed";
            case ALLOCATION -> "allocated";
            case DISBURSEMENT -> "disbursed";
            case DELIVERY -> "delivered";
        };
    }
}
