package org.coalition.initiatives.contribution;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.persistence.Basic;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.initiatives.initiative.Initiative;

/** One line of support from one party to one initiative, in one currency or unit, with its append-only ledger. */
@Entity
@Table(name = "contribution")
public class Contribution extends Line {
    private ContributionDetails details;
    private Balance balance = Balance.EMPTY;

    @Column(name = "split_at")
    private Instant splitAt;

    /** Only ever added to, so that a ledger is never loaded for its next entry. */
    @OneToMany(mappedBy = "contribution", cascade = CascadeType.PERSIST)
    private List<LedgerEntry> entries = new ArrayList<>();

    /** The words of the description, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected Contribution() {}

    private Contribution(
            UUID id, UUID initiative, OpenContribution opening, String party, UUID splitFrom, Instant now) {
        super(id, initiative, opening, party, splitFrom, now);
        details = ContributionDetails.of(opening.details(), opening.instrument());
    }

    static Created<Contribution> open(
            UUID id, Initiative initiative, OpenContribution opening, String party, Instant now) {
        initiative.requireTakesContributions();
        return new Created<>(
                new Contribution(id, initiative.id(), opening, party, null, now), new ContributionEvent.Opened());
    }

    /** Opens a part of a line that was split: on its terms, under its conditions, and empty. */
    static Created<Contribution> partOf(UUID id, Contribution whole, SplitPart part) {
        OpenContribution opening = part.opening(whole);
        Contribution opened =
                new Contribution(id, whole.initiativeId(), opening, whole.party(), whole.id(), whole.splitAt);
        opened.details = opened.details.withConditions(whole.details);
        return new Created<>(opened, new ContributionEvent.SplitOff(whole.id()));
    }

    ContributionEvent revise(ReviseContribution revision, Initiative initiative, String by) {
        requireOf(by);
        requireOpen(initiative);
        details = details.revised(revision, instrument());
        return new ContributionEvent.Revised();
    }

    /** @param number the condition's place, from 1 */
    ContributionEvent fulfil(int number, FulfilCondition fulfilment, Initiative initiative, String by, Instant now) {
        requireOf(by);
        requireOpen(initiative);
        details = details.fulfilling(number, fulfilment, now);
        return new ContributionEvent.ConditionFulfilled(
                number, details.conditions().get(number - 1));
    }

    ContributionEvent post(PostEntry posted, Initiative initiative, Recording recording) {
        requireOf(recording.party());
        requireOpen(initiative);
        posted.requirePostable(this);
        return add(posted.terms(), recording);
    }

    /** What the recipient has confirmed; who that is, the delivery knows. */
    ContributionEvent deliver(Receipt receipt, Initiative initiative, Recording recording) {
        requireOpen(initiative);
        if (party().equals(recording.party())) {
            throw new NotAllowed("What %s gives is confirmed by who receives it; your token speaks for %s."
                    .formatted(party(), recording.party()));
        }
        if (!takesDeliveries()) {
            throw new Conflict("This line gives funds: they are disbursed and not delivered.");
        }
        return add(receipt.terms(), recording);
    }

    /** @param unreversed finds the entry, once it is known who asks */
    ContributionEvent reverse(
            Supplier<LedgerEntry> unreversed, String reason, Initiative initiative, Recording recording) {
        requireOf(recording.party());
        LedgerEntry entry = unreversed.get();
        if (entry.kind() == EntryKind.DELIVERY) {
            throw new Conflict("A DELIVERY is taken back where the recipient confirmed it; see /v1/deliveries.");
        }
        return takeBack(entry, reason, initiative, recording);
    }

    /** Takes back what the recipient had confirmed; who may do that, the delivery knows. */
    ContributionEvent undeliver(LedgerEntry entry, String reason, Initiative initiative, Recording recording) {
        if (entry.kind() != EntryKind.DELIVERY) {
            throw new Conflict("The entry %s is no DELIVERY.".formatted(entry.id()));
        }
        return takeBack(entry, reason, initiative, recording);
    }

    private ContributionEvent takeBack(LedgerEntry entry, String reason, Initiative initiative, Recording recording) {
        requireOpen(initiative);
        if (entry.reverses() != null) {
            throw new Conflict("A reversal is not reversed itself; post a new entry instead.");
        }
        LedgerEntry reversal = new LedgerEntry(balance, entry, reason, recording);
        Breach breach = balance.with(reversal).breachSince(balance);
        if (breach != null) {
            throw breach.byReversal();
        }
        return new ContributionEvent.EntryReversed(append(reversal), reason);
    }

    private ContributionEvent add(EntryTerms terms, Recording recording) {
        LedgerEntry entry = new LedgerEntry(this, balance, terms, recording);
        Breach unconditional = balance.with(entry).breachSince(balance);
        terms.requireReasonFor(unconditional == null ? details.breachBy(terms.kind()) : unconditional);
        return ContributionEvent.of(terms.kind(), append(entry));
    }

    /** From now on its parts stand for it, and its ledger stands still. */
    ContributionEvent split(SplitContribution wanted, List<UUID> parts, Initiative initiative, String by, Instant now) {
        requireOf(by);
        requireOpen(initiative);
        wanted.requireWholeOf(this);
        splitAt = balance.notBeforeLast(now);
        return new ContributionEvent.Split(parts);
    }

    /** Begins the ledger of a part with its shares of the entries of the line that was split. */
    ContributionEvent takeOver(List<Share> shares, Instant at, String by) {
        for (Share share : shares) {
            append(new LedgerEntry(this, balance, share, new Recording(share.id(), at, by, party())));
        }
        return new ContributionEvent.SharesTakenOver(splitFrom(), shares.size());
    }

    @CanIgnoreReturnValue
    private LedgerEntryView append(LedgerEntry entry) {
        balance = balance.with(entry);
        entries.add(entry);
        return LedgerEntryView.of(entry);
    }

    private void requireOf(String by) {
        if (!party().equals(by)) {
            throw new NotAllowed(
                    "Only %s may do this, whose contribution it is; your token speaks for %s.".formatted(party(), by));
        }
    }

    private void requireOpen(Initiative initiative) {
        initiative.requireTakesContributions();
        if (isSplit()) {
            throw new Conflict("This line was split; turn to its parts, see /v1/contributions?splitFrom=" + id());
        }
    }

    ContributionDetails details() {
        return details;
    }

    Balance balance() {
        return balance;
    }

    public String description() {
        return details.description();
    }

    /** Whether its parts stand for it, so that nothing more is recorded here. */
    public boolean isSplit() {
        return splitAt != null;
    }

    Instant splitAt() {
        return splitAt;
    }
}
