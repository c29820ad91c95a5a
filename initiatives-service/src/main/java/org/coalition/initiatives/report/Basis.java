package org.coalition.initiatives.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.initiatives.contribution.EntryKind;

/**
 * Out of what totals are added up: the entries {@code e} of the ledgers, or the figures that each line {@code c} carries. Both
 * come to the same; the lines are fewer, but know no value dates.
 */
enum Basis {
    LEDGER("LedgerEntry e join e.contribution c", "e.recordedAt <= :asOf"),
    LINES(
            "Contribution c",
            "c.balance.lastEntryAt <= :asOf or c.balance.lastEntryAt > :asOf"
                    + " and exists (select 1 from LedgerEntry l where l.contribution = c and l.recordedAt <= :asOf)");

    private static final String INITIATIVES = " join Initiative i on i.id = c.initiativeId"
            + " join PastAspect a on a.begin.initiativeId = i.id and a.begin.since <= :asOf and a.until > :asOf";

    private final String from;
    private final String recorded;

    Basis(String from, String recorded) {
        this.from = from;
        this.recorded = recorded;
    }

    String from() {
        return from + INITIATIVES;
    }

    /** The condition of what had been recorded then. */
    String recorded() {
        return recorded;
    }

    String figures(Conversion conversion) {
        return Stream.of(EntryKind.values())
                .map(kind ->
                        "coalesce(sum(%s), 0)".formatted(this == LEDGER ? ofEntry(kind, conversion) : ofLine(kind)))
                .collect(Collectors.joining(", "));
    }

    private static String ofEntry(EntryKind kind, Conversion conversion) {
        return "case when e.kind = %s then %s end".formatted(kind, conversion.amount());
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
