package org.coalition.initiatives.contribution;

import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.initiatives.csv.CsvRow;

/**
 * A row of an imported table: a line to be opened, and what is pledged and committed on it.
 *
 * @param faults what is wrong with it by itself
 */
record ContributionLine(UUID initiativeId, OpenContribution opening, List<PostEntry> entries, List<Fault> faults) {
    static final List<String> COLUMNS = List.of(
            "initiativeId",
            "track",
            "instrument",
            "description",
            "currency",
            "unit",
            "privatePartnerName",
            "privatePartnerCountry",
            "pledged",
            "committed",
            "valueDate",
            "agreementRef");
    static final Set<String> NEEDED = Set.of("initiativeId", "track", "instrument", "description");

    /** Where a request record and a table have other names for the same thing. */
    private static final Map<String, String> NAMES = Map.of(
            "privatePartner.name",
            "privatePartnerName",
            "privatePartner.country",
            "privatePartnerCountry",
            "money.currency",
            "currency",
            "quantity.unit",
            "unit");

    static ContributionLine of(CsvRow row, Validator validator) {
        List<Fault> faults = new ArrayList<>();
        UUID initiative = row.id("initiativeId");
        String partner = row.text("privatePartnerName");
        String country = row.text("privatePartnerCountry");
        OpenContribution opening = new OpenContribution(
                row.oneOf(Track.class, "track"),
                row.oneOf(Instrument.class, "instrument"),
                row.text("description"),
                row.text("currency"),
                row.text("unit"),
                partner == null && country == null ? null : new PrivatePartner(partner, country),
                null,
                null);
        LocalDate valueDate = row.day("valueDate");
        List<PostEntry> entries = new ArrayList<>();
        entry(row, EntryKind.PLEDGE, "pledged", opening, valueDate, entries, faults, validator);
        entry(row, EntryKind.COMMITMENT, "committed", opening, valueDate, entries, faults, validator);
        if (initiative == null) {
            faults.add(row.fault("initiativeId", "not-null", "it must be given"));
        }
        validator
                .validate(opening)
                .forEach(violation -> faults.add(
                        fault(row, column(violation.getPropertyPath().toString(), null), violation.getMessage())));
        if (entries.isEmpty() && row.text("agreementRef") != null) {
            faults.add(row.fault("agreementRef", "no-entry", "it belongs to what is pledged or committed: give one"));
        }
        return new ContributionLine(initiative, opening, entries, faultsOf(row, faults));
    }

    /** A cell that could not be read is not told to be missing as well. */
    private static List<Fault> faultsOf(CsvRow row, List<Fault> faults) {
        List<Fault> all = new ArrayList<>(row.faults());
        Set<String> unreadable = Set.copyOf(all.stream().map(Fault::pointer).toList());
        faults.stream()
                .filter(fault -> !unreadable.contains(fault.pointer()))
                .distinct()
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static void entry(
            CsvRow row,
            EntryKind kind,
            String column,
            OpenContribution opening,
            LocalDate valueDate,
            List<PostEntry> entries,
            List<Fault> faults,
            Validator validator) {
        BigDecimal amount = row.number(column);
        if (amount == null) {
            return;
        }
        PostEntry entry = new PostEntry(
                kind,
                opening.currency() == null ? null : new Money(amount, opening.currency()),
                opening.currency() != null || opening.unit() == null ? null : new Quantity(amount, opening.unit()),
                valueDate,
                row.text("agreementRef"),
                null);
        validator
                .validate(entry)
                .forEach(violation -> faults.add(
                        fault(row, column(violation.getPropertyPath().toString(), column), violation.getMessage())));
        entries.add(entry);
    }

    private static Fault fault(CsvRow row, String column, String message) {
        return row.fault(column, "invalid", "it " + message);
    }

    /** The column in which a property stands; that of the amount for what has no column of its own. */
    private static String column(String property, String amount) {
        String column = NAMES.getOrDefault(property, property);
        return COLUMNS.contains(column) || amount == null ? column : amount;
    }
}
