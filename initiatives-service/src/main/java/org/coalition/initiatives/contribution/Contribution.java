package org.coalition.initiatives.contribution;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.initiative.Initiative;
import org.hibernate.annotations.BatchSize;

/** One line of support from one party to one initiative, in one currency or unit, with its append-only ledger. */
@Entity
@Table(name = "contribution")
public class Contribution extends Aggregate {
    @Column(name = "initiative_id", updatable = false)
    private UUID initiativeId;

    @Column(updatable = false)
    private String party;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Track track;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Instrument instrument;

    private String description;

    @Column(updatable = false)
    private String currency;

    @Column(updatable = false)
    private String unit;

    /** Read for a change only. The batch is for an initiative that narrows, which changes all its contributions. */
    @OneToMany(mappedBy = "contribution", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    @BatchSize(size = 201)
    private List<LedgerEntry> entries = new ArrayList<>();

    protected Contribution() {}

    private Contribution(UUID id, UUID initiative, OpenContribution opening, String party, Instant now) {
        super(id, now);
        this.party = party;
        initiativeId = initiative;
        track = opening.track();
        instrument = opening.instrument();
        description = opening.description();
        currency = opening.currency();
        unit = opening.unit();
    }

    static Created<Contribution> open(
            UUID id, Initiative initiative, OpenContribution opening, String party, Instant now) {
        initiative.requireTakesContributions();
        return new Created<>(
                new Contribution(id, initiative.id(), opening, party, now), new ContributionEvent.Opened());
    }

    ContributionEvent revise(ReviseContribution revision, Initiative initiative, String by) {
        requireOf(by);
        initiative.requireTakesContributions();
        description = revision.description();
        return new ContributionEvent.Revised();
    }

    ContributionEvent post(PostEntry posted, Initiative initiative, Recording recording) {
        requireOf(recording.party());
        initiative.requireTakesContributions();
        requireOwnMeasure(posted);
        LedgerEntryView entry = append(new LedgerEntry(this, nextNumber(), posted, recording));
        return switch (posted.kind()) {
            case PLEDGE -> new ContributionEvent.Pledged(entry);
            case COMMITMENT -> new ContributionEvent.Committed(entry);
        };
    }

    ContributionEvent reverse(UUID reversed, String reason, Initiative initiative, Recording recording) {
        requireOf(recording.party());
        LedgerEntry entry = entry(reversed);
        initiative.requireTakesContributions();
        if (entry.reverses() != null) {
            throw new Conflict("A reversal is not reversed itself; post a new entry instead.");
        }
        if (entries.stream().anyMatch(other -> reversed.equals(other.reverses()))) {
            throw new Conflict("The entry is reversed already.");
        }
        return new ContributionEvent.EntryReversed(
                append(new LedgerEntry(nextNumber(), entry, reason, recording)), reason);
    }

    /**
     * An entry of this line.
     *
     * @throws NotFound 404 if there is none with this id
     */
    LedgerEntry entry(UUID entry) {
        return entries.stream()
                .filter(other -> other.id().equals(entry))
                .findFirst()
                .orElseThrow(() -> new NotFound("ledger entry", entry));
    }

    /** What is left of all entries of a kind after their reversals. */
    BigDecimal net(EntryKind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(LedgerEntry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private LedgerEntryView append(LedgerEntry entry) {
        entries.add(entry);
        return LedgerEntryView.of(entry);
    }

    private int nextNumber() {
        return entries.size() + 1;
    }

    private void requireOf(String by) {
        if (!party.equals(by)) {
            throw new NotAllowed(
                    "Only %s may do this, whose contribution it is; your token speaks for %s.".formatted(party, by));
        }
    }

    private void requireOwnMeasure(PostEntry posted) {
        if (currency != null && posted.money() == null) {
            throw new RuleViolated(
                    "/quantity", "other-measure", "This line is kept in %s: give money.".formatted(currency));
        }
        if (unit != null && posted.quantity() == null) {
            throw new RuleViolated(
                    "/money", "other-measure", "This line is kept in %s: give a quantity.".formatted(unit));
        }
        if (currency != null && !currency.equals(posted.money().currency())) {
            throw new RuleViolated(
                    "/money/currency", "other-currency", "All entries of this line are in %s.".formatted(currency));
        }
        if (unit != null && !unit.equals(posted.quantity().unit())) {
            throw new RuleViolated(
                    "/quantity/unit", "other-unit", "All entries of this line are in %s.".formatted(unit));
        }
    }

    @Override
    public UUID streamId() {
        return initiativeId;
    }

    int entryCount() {
        return entries.size();
    }

    ReviseContribution revisable() {
        return new ReviseContribution(description);
    }

    public UUID initiativeId() {
        return initiativeId;
    }

    public String party() {
        return party;
    }

    public String description() {
        return description;
    }

    Track track() {
        return track;
    }

    Instrument instrument() {
        return instrument;
    }

    String currency() {
        return currency;
    }

    String unit() {
        return unit;
    }
}
