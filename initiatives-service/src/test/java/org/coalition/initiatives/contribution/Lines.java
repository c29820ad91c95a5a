package org.coalition.initiatives.contribution;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.initiatives.initiative.Initiative;

/** Contributions without a database, for tests of their rules. */
final class Lines {
    static final String FR = "FR";
    static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");

    private Lines() {}

    static Contribution inEuros(Initiative initiative) {
        return Contribution.open(UUID.randomUUID(), initiative, opening("EUR", null), FR, NOW)
                .aggregate();
    }

    static Contribution inSystems(Initiative initiative) {
        return Contribution.open(UUID.randomUUID(), initiative, opening(null, "systems"), FR, NOW)
                .aggregate();
    }

    static OpenContribution opening(String currency, String unit) {
        return new OpenContribution(Track.MILITARY, Instrument.GRANT, "SAM systems", currency, unit);
    }

    /** Posts an entry in euros; its id. */
    static UUID post(Contribution line, Initiative initiative, EntryKind kind, String amount) {
        UUID id = UUID.randomUUID();
        requireEvent(line.post(euros(kind, amount), initiative, by(FR, id)));
        return id;
    }

    /** Reverses an entry; the id of the reversal. */
    static UUID reverse(Contribution line, Initiative initiative, UUID entry) {
        UUID id = UUID.randomUUID();
        requireEvent(line.reverse(entry, "entered twice", initiative, by(FR, id)));
        return id;
    }

    static Recording by(String party, UUID entry) {
        return new Recording(entry, NOW, "a client", party);
    }

    static PostEntry euros(EntryKind kind, String amount) {
        return money(kind, amount, "EUR");
    }

    static PostEntry money(EntryKind kind, String amount, String currency) {
        Money money = new Money(new BigDecimal(amount), currency);
        return new PostEntry(kind, money, null, LocalDate.parse("2026-01-12"), "DEC/2026/001");
    }

    static PostEntry systems(String value) {
        return quantity(value, "systems");
    }

    static PostEntry quantity(String value, String unit) {
        Quantity quantity = new Quantity(new BigDecimal(value), unit);
        return new PostEntry(EntryKind.COMMITMENT, null, quantity, LocalDate.parse("2026-01-12"), null);
    }

    private static void requireEvent(ContributionEvent event) {
        if (event == null) {
            throw new AssertionError("A verb says what has happened");
        }
    }
}
