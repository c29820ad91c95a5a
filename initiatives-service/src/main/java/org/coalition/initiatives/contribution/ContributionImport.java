package org.coalition.initiatives.contribution;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.csv.CsvRow;
import org.coalition.initiatives.csv.CsvTable;
import org.coalition.initiatives.imports.Candidate;
import org.coalition.initiatives.imports.ImportMode;
import org.coalition.initiatives.imports.ImportReport;
import org.coalition.initiatives.imports.Imports;
import org.coalition.initiatives.initiative.Initiatives;
import org.jboss.resteasy.reactive.RestResponse;

/** Opens lines of the caller's party out of a table, one for each row, and records what is pledged and committed on them. */
@Singleton
class ContributionImport {
    /** All of them are one commit, which is made while the caller waits. */
    static final int MOST = 200;

    private final Imports imports;
    private final Initiatives initiatives;
    private final Contributions contributions;
    private final Ledgers ledgers;
    private final Validator validator;
    private final Ids ids;

    ContributionImport(
            Imports imports,
            Initiatives initiatives,
            Contributions contributions,
            Ledgers ledgers,
            Validator validator,
            Ids ids) {
        this.imports = imports;
        this.initiatives = initiatives;
        this.contributions = contributions;
        this.ledgers = ledgers;
        this.validator = validator;
        this.ids = ids;
    }

    RestResponse<ImportReport> take(byte[] table, ImportMode mode) {
        List<CsvRow> rows = CsvTable.read(table, ContributionLine.COLUMNS, ContributionLine.NEEDED, MOST)
                .rows();
        if (rows.isEmpty()) {
            throw new Malformed(Fault.at("", "no-rows", "The table has a header line only; add a row for each line."));
        }
        return imports.take(rows.stream().map(this::candidate).toList(), mode);
    }

    private Candidate candidate(CsvRow row) {
        ContributionLine line = ContributionLine.of(row, validator);
        return new Candidate("/" + row.line(), line.faults(), () -> create(row, line));
    }

    private List<String> create(CsvRow row, ContributionLine line) {
        if (!initiatives.isVisible(line.initiativeId())) {
            throw new RuleViolated(List.of(row.fault(
                    "initiativeId",
                    "unknown-initiative",
                    "there is no initiative %s, or you may not see it".formatted(line.initiativeId()))));
        }
        List<String> created = new ArrayList<>();
        ContributionView opened = contributions.open(line.initiativeId(), line.opening());
        created.add(opened.path());
        for (PostEntry entry : line.entries()) {
            created.add(ledgers.post(opened.id(), ids.next(), entry).path());
        }
        return created;
    }
}
