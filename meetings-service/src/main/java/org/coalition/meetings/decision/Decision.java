package org.coalition.meetings.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.meetings.agenda.AgendaItem;
import org.coalition.meetings.agenda.Outcome;
import org.coalition.meetings.meeting.Meeting;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A text that the parties adopt under a stated rule. Its result is computed, and a silence procedure ends by the clock:
 * from the expiry on it counts as adopted, whether or not that has been recorded yet.
 */
@Entity
@Table(name = "decision")
public class Decision extends Outcome {
    private String text;

    @Column(name = "effective_on")
    private LocalDate effectiveOn;

    @Column(name = "review_on")
    private LocalDate reviewOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "adoption_rule", updatable = false)
    private AdoptionRule adoptionRule;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "entitled_parties")
    private String[] entitledParties;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Position> positions = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private Objection objection;

    @Enumerated(EnumType.STRING)
    private DecisionStatus status = DecisionStatus.DRAFT;

    @Column(name = "status_reason")
    private String statusReason;

    @Column(name = "silence_seconds")
    private Long silenceSeconds;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "adopted_at")
    private Instant adoptedAt;

    @Column(name = "register_number")
    private String registerNumber;

    protected Decision() {}

    private Decision(UUID id, AgendaItem item, DraftDecision draft, Instant now) {
        super(id, item, now);
        adoptionRule = draft.adoptionRule();
        entitledParties = new TreeSet<>(draft.entitledParties()).toArray(String[]::new);
        take(draft.decisionText());
    }

    static Created<Decision> draft(
            UUID id, AgendaItem item, Meeting meeting, DraftDecision draft, String by, Instant now) {
        meeting.requireRunBy(by);
        meeting.requireRecordsOutcomes();
        return new Created<>(new Decision(id, item, draft, now), new DecisionEvent.Drafted());
    }

    /** Editing a text under silence starts the period again. */
    DecisionEvent revise(DecisionText revised, Meeting meeting, String by, Instant now) {
        meeting.requireRunBy(by);
        DecisionStatus current = status(now);
        meeting.requireRecordsOutcomes();
        if (current != DecisionStatus.DRAFT && current != DecisionStatus.UNDER_SILENCE) {
            throw new IllegalTransition("revise this decision", current, current.next(adoptionRule));
        }
        if (revised.equals(decisionText())) {
            return new DecisionEvent.Revised(null);
        }
        take(revised);
        if (current == DecisionStatus.UNDER_SILENCE) {
            expiresAt = now.plusSeconds(silenceSeconds);
        }
        return new DecisionEvent.Revised(expiresAt);
    }

    DecisionEvent open(Meeting meeting, Supplier<List<String>> delegations, String by, Instant now) {
        meeting.requireRunBy(by);
        meeting.requireRecordsOutcomes();
        become(DecisionStatus.OPEN, "open this decision for positions", now);
        freezeEntitledParties(delegations);
        return new DecisionEvent.Opened();
    }

    DecisionEvent startSilence(
            Duration period, Meeting meeting, Supplier<List<String>> delegations, String by, Instant now) {
        meeting.requireRunBy(by);
        meeting.requireRecordsOutcomes();
        become(DecisionStatus.UNDER_SILENCE, "put this decision under silence", now);
        freezeEntitledParties(delegations);
        silenceSeconds = period.toSeconds();
        expiresAt = now.plusSeconds(silenceSeconds);
        return new DecisionEvent.SilenceStarted(expiresAt);
    }

    DecisionEvent takePosition(TakePosition position, String by, Instant now) {
        if (status != DecisionStatus.OPEN) {
            throw new IllegalTransition("take a position on this decision", status(now), next(now));
        }
        requireEntitled(by);
        List<Position> taken = new ArrayList<>(positions);
        taken.removeIf(earlier -> earlier.party().equals(by));
        taken.add(new Position(by, position.stance(), position.statement(), now));
        positions = List.copyOf(taken);
        return new DecisionEvent.PositionTaken(by, position.stance());
    }

    DecisionEvent conclude(Meeting meeting, IntFunction<String> register, String by, Instant now) {
        meeting.requireRunBy(by);
        if (status != DecisionStatus.OPEN) {
            throw new IllegalTransition("conclude this decision", status(now), next(now));
        }
        boolean adopted = count(Stance.AGAINST) == 0;
        become(adopted ? DecisionStatus.ADOPTED : DecisionStatus.REJECTED, "conclude this decision", now);
        return adopted ? adopted(register, now) : new DecisionEvent.Rejected();
    }

    DecisionEvent breakSilence(RaiseObjection raised, String by, Instant now) {
        if (status(now) != DecisionStatus.UNDER_SILENCE) {
            throw new IllegalTransition("break the silence on this decision", status(now), next(now));
        }
        requireEntitled(by);
        become(DecisionStatus.BROKEN, "break the silence on this decision", now);
        objection = new Objection(by, raised.kind(), raised.statement(), now);
        return new DecisionEvent.SilenceBroken(by, raised.kind());
    }

    /** Records that the silence has lasted; nothing if that is not so, or is recorded already. */
    DecisionEvent settle(IntFunction<String> register, Instant now) {
        if (status != DecisionStatus.UNDER_SILENCE || !isExpired(now)) {
            return new DecisionEvent.Adopted(registerNumber, adoptedAt);
        }
        status = DecisionStatus.ADOPTED;
        return adopted(register, expiresAt);
    }

    DecisionEvent withdraw(String reason, Meeting meeting, String by, Instant now) {
        meeting.requireRunBy(by);
        become(DecisionStatus.WITHDRAWN, "withdraw this decision", now);
        statusReason = reason;
        return new DecisionEvent.Withdrawn(reason);
    }

    /** The state by the clock: an expired silence counts as adoption whether or not it was recorded. */
    DecisionStatus status(Instant now) {
        return status == DecisionStatus.UNDER_SILENCE && isExpired(now) ? DecisionStatus.ADOPTED : status;
    }

    Set<DecisionStatus> next(Instant now) {
        return status(now).next(adoptionRule);
    }

    long count(Stance stance) {
        return positions.stream()
                .filter(position -> position.stance() == stance)
                .count();
    }

    private DecisionEvent adopted(IntFunction<String> register, Instant at) {
        adoptedAt = at;
        registerNumber = register.apply(at.atOffset(ZoneOffset.UTC).getYear());
        return new DecisionEvent.Adopted(registerNumber, at);
    }

    private boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    private void become(DecisionStatus next, String what, Instant now) {
        if (!next(now).contains(next)) {
            throw new IllegalTransition(what, status(now), next(now));
        }
        status = next;
    }

    private void freezeEntitledParties(Supplier<List<String>> delegations) {
        if (entitledParties.length == 0) {
            entitledParties = delegations.get().toArray(String[]::new);
        }
        if (entitledParties.length == 0) {
            throw new RuleViolated(
                    "/entitledParties", "nobody-entitled", "No party is entitled: the meeting has no delegation yet.");
        }
    }

    private void requireEntitled(String party) {
        if (!List.of(entitledParties).contains(party)) {
            throw new NotAllowed("Only the entitled parties (%s) take part in this decision; your token speaks for %s."
                    .formatted(String.join(", ", entitledParties), party));
        }
    }

    private void take(DecisionText revised) {
        text = revised.text();
        effectiveOn = revised.effectiveOn();
        reviewOn = revised.reviewOn();
    }

    DecisionText decisionText() {
        return new DecisionText(text, effectiveOn, reviewOn);
    }

    AdoptionRule adoptionRule() {
        return adoptionRule;
    }

    List<String> entitledParties() {
        return List.of(entitledParties);
    }

    Collection<Position> positions() {
        return positions;
    }

    Objection objection() {
        return objection;
    }

    String statusReason() {
        return statusReason;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** When it was adopted; for an expired silence the expiry, recorded or not. */
    Instant adoptedAt(Instant now) {
        return status(now) == DecisionStatus.ADOPTED && adoptedAt == null ? expiresAt : adoptedAt;
    }

    String registerNumber() {
        return registerNumber;
    }
}
