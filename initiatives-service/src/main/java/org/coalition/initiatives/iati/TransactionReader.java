package org.coalition.initiatives.iati;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.initiatives.contribution.EntryKind;
import org.coalition.initiatives.contribution.Money;
import org.coalition.initiatives.contribution.OpenContribution;
import org.coalition.initiatives.contribution.PostEntry;
import org.coalition.initiatives.contribution.Track;
import org.coalition.initiatives.iati.ReadActivity.ReadEntry;
import org.coalition.initiatives.iati.ReadActivity.ReadLine;

/**
 * The transactions by which the importing party itself pledges, commits or disburses, as lines with their entries: one for each
 * currency, form and purpose. What others give is theirs to record.
 */
@Singleton
class TransactionReader {
    private static final String NO_ALLOCATIONS = "Imported from IATI, which knows no allocations.";
    private static final int MOST_REFERENCE = 500;

    private final Organisations organisations;
    private final Validator validator;

    TransactionReader(Organisations organisations, Validator validator) {
        this.organisations = organisations;
        this.validator = validator;
    }

    /** A transaction, read; negative if it takes another one back. */
    private record Given(
            String place, OpenContribution opening, EntryKind kind, BigDecimal amount, LocalDate day, String ref) {
        boolean takesBack(Given other) {
            return kind == other.kind
                    && amount.negate().compareTo(other.amount) == 0
                    && day.equals(other.day)
                    && opening.currency().equals(other.opening.currency());
        }

        PostEntry posted() {
            return new PostEntry(
                    kind,
                    new Money(amount, opening.currency()),
                    null,
                    day,
                    ref,
                    kind == EntryKind.DISBURSEMENT ? NO_ALLOCATIONS : null);
        }
    }

    /**
     * Reads them.
     *
     * @param place of the activity in the body
     * @param track what money is for where a transaction does not say that it is humanitarian
     * @param faults gets what is wrong
     */
    List<ReadLine> read(Branch activity, String place, String title, Track track, String party, List<Fault> faults) {
        List<Given> given = new ArrayList<>();
        List<Given> taken = new ArrayList<>();
        List<Branch> transactions = activity.children("transaction");
        for (int i = 0; i < transactions.size(); i++) {
            Given one = given(activity, transactions.get(i), place + "/transaction/" + i, title, track, party, faults);
            if (one != null && one.amount.signum() != 0) {
                (one.amount.signum() > 0 ? given : taken).add(one);
            }
        }
        Map<Given, Given> reversals = new LinkedHashMap<>();
        for (Given reversal : taken) {
            given.stream()
                    .filter(one -> reversal.takesBack(one) && !reversals.containsKey(one))
                    .findFirst()
                    .ifPresentOrElse(
                            one -> reversals.put(one, reversal),
                            () -> faults.add(Fault.at(
                                    reversal.place + "/value",
                                    "nothing-to-reverse",
                                    "A negative transaction takes another one back as a whole: none of the same type, day,"
                                            + " currency and amount is there.")));
        }
        return lines(given, reversals, faults);
    }

    private List<ReadLine> lines(List<Given> given, Map<Given, Given> reversals, List<Fault> faults) {
        Map<OpenContribution, List<ReadEntry>> lines = new LinkedHashMap<>();
        for (Given one : given) {
            List<Fault> found = new ArrayList<>();
            validator.validate(one.opening).forEach(fault -> found.add(fault(one, fault.getMessage())));
            validator.validate(one.posted()).forEach(fault -> found.add(fault(one, fault.getMessage())));
            faults.addAll(found.stream().distinct().toList());
            Given reversal = reversals.get(one);
            lines.computeIfAbsent(one.opening, opening -> new ArrayList<>())
                    .add(new ReadEntry(one.posted(), reversal == null ? null : reversal.opening.description()));
        }
        return lines.entrySet().stream()
                .map(line -> new ReadLine(line.getKey(), line.getValue()))
                .toList();
    }

    private static Fault fault(Given one, String message) {
        return Fault.at(one.place + "/value", "invalid", "It " + message + ".");
    }

    /** Null for what the party does not give itself, or what has no place in a ledger. */
    private Given given(
            Branch activity,
            Branch transaction,
            String place,
            String title,
            Track track,
            String party,
            List<Fault> faults) {
        EntryKind kind = transaction
                .child("transaction-type")
                .map(type -> Codes.entryKind(type.attribute("code")))
                .orElse(null);
        Branch provider = transaction
                .child("provider-org")
                .or(() -> activity.child("reporting-org"))
                .orElseThrow();
        if (kind == null || !party.equals(organisations.code(provider.attribute("ref"), provider.attribute("type")))) {
            return null;
        }
        Branch value = transaction.child("value").orElseThrow();
        String currency = first(value.attribute("currency"), activity.attribute("default-currency"));
        String financeType = first(
                transaction
                        .child("finance-type")
                        .map(type -> type.attribute("code"))
                        .orElse(""),
                activity.child("default-finance-type")
                        .map(type -> type.attribute("code"))
                        .orElse(""));
        String description =
                transaction.child("description").map(Branch::narrative).orElse("");
        OpenContribution opening = new OpenContribution(
                Codes.isTrue(transaction.attribute("humanitarian")) ? Track.HUMANITARIAN : track,
                Codes.instrument(financeType),
                ActivityReader.cut(first(description, title), 1_000),
                currency.isEmpty() ? null : currency,
                null,
                null,
                null,
                null);
        String day = transaction.child("transaction-date").orElseThrow().attribute("iso-date");
        String ref = ActivityReader.cut(transaction.attribute("ref"), MOST_REFERENCE);
        try {
            return opening.currency() == null
                    ? refused(
                            faults,
                            place + "/value",
                            "no-currency",
                            "The value has no currency, nor the activity a default.")
                    : new Given(
                            place, opening, kind, new BigDecimal(value.text()), day(day), ref.isEmpty() ? null : ref);
        } catch (DateTimeException unreadable) {
            return refused(faults, place + "/transaction-date", "wrong-type", "It takes a day such as 2026-01-12.");
        }
    }

    /** The standard lets a day have a time zone; it is that day in any case. */
    private static LocalDate day(String text) {
        return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
    }

    private static Given refused(List<Fault> faults, String pointer, String code, String detail) {
        faults.add(Fault.at(pointer, code, detail));
        return null;
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
