package org.coalition.initiatives.iati;

import java.time.LocalDate;
import java.util.UUID;

/** What the database sums up of an initiative before its export. */
final class ExportFigures {
    private ExportFigures() {}

    /** How much there is to be written: lines and their entries. */
    record Size(UUID initiativeId, long lines, long entries) {
        static final String SELECT = "e.initiativeId, count(*), coalesce(sum(e.balance.entryCount), 0)";
    }

    /** The day on which the last milestone is due. */
    record End(UUID initiativeId, LocalDate dueOn) {
        static final String SELECT = "e.initiativeId, max(e.dueOn)";
    }
}
