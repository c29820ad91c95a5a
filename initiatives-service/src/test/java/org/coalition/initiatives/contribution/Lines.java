package org.coalition.initiatives.contribution;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.initiatives.initiative.Initiative;

/** Contributions without a database, for tests of their rules. */
public final class Lines {
    static final String FR = "FR";
    static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");
    static final LocalDate DAY = LocalDate.parse("2026-01-12");

    private Lines() {}

    static Contribution inEuros(Initiative initiative) {
        return open(initiative, opening("EUR", null));
    }

    /** A line of FR in systems. */
    public static Contribution inSystems(Initiative initiative) {
        return open(initiative, opening(null, "systems"));
    }

    /** A line in money under these conditions. */
    static Contribution under(Initiative initiative, ConditionTerms... conditions) {
        return open(
                initiative,
                new OpenContribution(
                        Track.MILITARY, Instrument.GRANT, "SAM systems", "EUR", null, null, List.of(conditions), null));
    }

    static Contribution open(Initiative initiative, OpenContribution opening) {
        return Contribution.open(UUID.randomUUID(), initiative, opening, FR, NOW)
                .aggregate();
    }

    static OpenContribution opening(String currency, String unit) {
        return opening(Instrument.GRANT, currency, unit);
    }

    static OpenContribution opening(Instrument instrument, String currency, String unit, Cohort... cohorts) {
        return new OpenContribution(
                Track.MILITARY, instrument, "SAM systems", currency, unit, null, null, List.of(cohorts));
    }

    static ReviseContribution revision(String description, ConditionTerms... conditions) {
        return new ReviseContribution(description, null, List.of(conditions), null);
    }

    static Recording by(String party, UUID entry) {
        return new Recording(entry, NOW, "a client", party);
    }

    static PostEntry euros(EntryKind kind, String amount) {
        return money(kind, amount, "EUR");
    }

    static PostEntry money(EntryKind kind, String amount, String currency) {
        return new PostEntry(kind, new Money(new BigDecimal(amount), currency), null, DAY, "DEC/2026/001", null);
    }

    static PostEntry systems(String value) {
        return quantity(EntryKind.COMMITMENT, value, "systems");
    }

    static PostEntry quantity(EntryKind kind, String value, String unit) {
        return new PostEntry(kind, null, new Quantity(new BigDecimal(value), unit), DAY, null, null);
    }

    static Receipt received(UUID entry, String amount, String exceptionReason) {
        return new Receipt(entry, new BigDecimal(amount), DAY, "receipt 7", exceptionReason);
    }
}
