package org.coalition.initiatives.iati;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.coalition.initiatives.contribution.Condition;
import org.coalition.initiatives.contribution.ConditionTerms;
import org.coalition.initiatives.contribution.EntryKind;

/** What was given and what is still to come, as transactions and planned disbursements. */
@Singleton
class TransactionWriter {
    private final Organisations organisations;

    TransactionWriter(Organisations organisations) {
        this.organisations = organisations;
    }

    /** What is allocated and has not reached the recipient: what is promised on its day, the rest on that of its allocation. */
    void writePlanned(Branch activity, ExportActivity told) {
        told.linesInMoney().forEach(line -> {
            BigDecimal promised = BigDecimal.ZERO;
            for (ExportDelivery delivery : told.deliveriesOf(line)) {
                boolean revised = !delivery.promisedOn().equals(delivery.originalPromisedOn());
                Branch planned = planned(activity, line, revised ? "2" : "1", delivery.promisedOn(), delivery.amount());
                organisation(planned, "receiver-org", delivery.recipient());
                promised = promised.add(delivery.amount());
            }
            BigDecimal rest = line.outstanding().subtract(promised);
            lastAllocation(told.entriesOf(line))
                    .filter(day -> rest.signum() > 0)
                    .ifPresent(day -> {
                        Branch planned = planned(activity, line, "1", day, rest);
                        recipient(told).ifPresent(party -> organisation(planned, "receiver-org", party));
                    });
        });
    }

    private Branch planned(Branch activity, ExportLine line, String type, LocalDate day, BigDecimal amount) {
        Branch planned = activity.add("planned-disbursement").with("type", type);
        planned.add("period-start").with("iso-date", day);
        planned.add("period-end").with("iso-date", day);
        value(planned, line, day, amount);
        organisation(planned, "provider-org", line.party());
        return planned;
    }

    private static Optional<LocalDate> lastAllocation(List<ExportEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind() == EntryKind.ALLOCATION)
                .map(ExportEntry::valueDate)
                .max(Comparator.naturalOrder());
    }

    void writeTransactions(Branch activity, ExportActivity told) {
        told.linesInMoney().forEach(line -> told.entriesOf(line).stream()
                .filter(entry -> Codes.transactionType(entry.kind()) != null && !told.isOfSource(entry))
                .forEach(entry -> write(activity, line, entry, told)));
    }

    private void write(Branch activity, ExportLine line, ExportEntry entry, ExportActivity told) {
        Branch transaction = activity.add("transaction").with("ref", entry.agreementRef());
        transaction.add("transaction-type").with("code", Codes.transactionType(entry.kind()));
        transaction.add("transaction-date").with("iso-date", entry.valueDate());
        value(transaction, line, entry.valueDate(), entry.amount());
        transaction
                .add("description")
                .narrative(entry.reason() == null ? line.description() : "Reversal: " + entry.reason());
        organisation(transaction, "provider-org", line.party());
        recipient(told).ifPresent(party -> organisation(transaction, "receiver-org", party));
        if (Codes.financeType(line.instrument()) != null) {
            transaction.add("finance-type").with("code", Codes.financeType(line.instrument()));
        }
    }

    private static void value(Branch parent, ExportLine line, LocalDate day, BigDecimal amount) {
        parent.add("value")
                .with("currency", line.currency())
                .with("value-date", day)
                .text(Codes.number(amount));
    }

    /** If it is only one; who of several it is, a line does not say. */
    private static Optional<String> recipient(ExportActivity told) {
        List<String> recipients = told.initiative().details().recipients();
        return recipients.size() == 1 ? Optional.of(recipients.get(0)) : Optional.empty();
    }

    private void organisation(Branch parent, String name, String party) {
        parent.add(name)
                .with("type", Organisations.type(party))
                .with("ref", organisations.ref(party))
                .narrative(party);
    }

    /** One element for all of them; none if there is none. */
    static void writeConditions(Branch activity, ExportActivity told) {
        List<ConditionTerms> terms = told.lines().stream()
                .flatMap(line -> line.conditions().stream())
                .map(Condition::terms)
                .distinct()
                .toList();
        if (!terms.isEmpty()) {
            Branch conditions = activity.add("conditions").with("attached", "1");
            terms.forEach(one -> conditions
                    .add("condition")
                    .with("type", Codes.conditionType(one.kind()))
                    .narrative(one.text()));
        }
    }
}
