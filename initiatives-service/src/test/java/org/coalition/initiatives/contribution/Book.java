package org.coalition.initiatives.contribution;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.coalition.defaults.problem.NotFound;
import org.coalition.initiatives.initiative.Initiative;

/** A line with the ledger that a database would keep for it. */
final class Book {
    private final Contribution line;
    private final Initiative initiative;
    private final Map<UUID, LedgerEntry> entries = new LinkedHashMap<>();

    /** What the clock says. */
    Instant now = Lines.NOW;

    Book(Contribution line, Initiative initiative) {
        this.line = line;
        this.initiative = initiative;
    }

    Contribution line() {
        return line;
    }

    Map<UUID, LedgerEntry> entries() {
        return entries;
    }

    LedgerEntry entry(UUID id) {
        if (!entries.containsKey(id)) {
            throw new NotFound("ledger entry", id);
        }
        return entries.get(id);
    }

    /** Posts an entry in the measure of the line; its id. */
    @CanIgnoreReturnValue
    UUID post(EntryKind kind, String amount) {
        return post(kind, amount, null);
    }

    /** Posts an entry for a reason; its id. A DELIVERY is one that UA has confirmed. */
    @CanIgnoreReturnValue
    UUID post(EntryKind kind, String amount, String exceptionReason) {
        UUID id = UUID.randomUUID();
        EntryTerms terms = new EntryTerms(kind, new BigDecimal(amount), Lines.DAY, null, exceptionReason);
        boolean delivery = kind == EntryKind.DELIVERY;
        Recording recording = new Recording(id, now, "a client", delivery ? "UA" : Lines.FR);
        Balance before = line.balance();
        Measure measure = line.measure();
        ContributionEvent event = delivery
                ? line.deliver(Lines.received(id, amount, exceptionReason), initiative, recording)
                : line.post(
                        new PostEntry(
                                kind,
                                measure.currency() == null ? null : new Money(terms.amount(), measure.currency()),
                                measure.unit() == null ? null : new Quantity(terms.amount(), measure.unit()),
                                Lines.DAY,
                                null,
                                exceptionReason),
                        initiative,
                        recording);
        return keep(event, new LedgerEntry(line, before, terms, recording));
    }

    /** Reverses an entry; the id of the reversal. */
    @CanIgnoreReturnValue
    UUID reverse(UUID entry) {
        Recording recording = new Recording(UUID.randomUUID(), now, "a client", Lines.FR);
        Balance before = line.balance();
        boolean delivery = entry(entry).kind() == EntryKind.DELIVERY;
        ContributionEvent event = delivery
                ? line.undeliver(entry(entry), "entered twice", initiative, recording)
                : line.reverse(() -> entry(entry), "entered twice", initiative, recording);
        return keep(event, new LedgerEntry(before, entry(entry), "entered twice", recording));
    }

    private UUID keep(ContributionEvent event, LedgerEntry entry) {
        if (event == null) {
            throw new AssertionError("A verb says what has happened");
        }
        entries.put(entry.id(), entry);
        return entry.id();
    }
}
