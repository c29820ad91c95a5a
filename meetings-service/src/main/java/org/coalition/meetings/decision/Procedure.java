package org.coalition.meetings.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.meetings.agenda.AgendaItem;
import org.coalition.meetings.agenda.Outcome;

/** How far a text has come under its rule. A silence ends by the clock, whether or not anything has recorded that. */
@MappedSuperclass
abstract class Procedure extends Outcome {
    @Enumerated(EnumType.STRING)
    @Column(name = "adoption_rule", updatable = false)
    private AdoptionRule adoptionRule;

    @Embedded
    private Threshold threshold;

    @Embedded
    private Silence silence;

    @Enumerated(EnumType.STRING)
    private DecisionStatus status = DecisionStatus.DRAFT;

    @Column(name = "status_reason")
    private String statusReason;

    @Column(name = "adopted_at")
    private Instant adoptedAt;

    @Column(name = "rejected_at")
    private Instant rejectedAt;

    @Column(name = "register_number")
    private String registerNumber;

    protected Procedure() {}

    protected Procedure(UUID id, AgendaItem item, AdoptionRule adoptionRule, Threshold threshold, Instant now) {
        super(id, item, now);
        this.adoptionRule = adoptionRule;
        this.threshold = threshold;
    }

    /** The state by the clock: an expired silence counts as adoption whether or not it was recorded. */
    DecisionStatus status(Instant now) {
        return isSettled(now) ? status : DecisionStatus.ADOPTED;
    }

    /** Whether the recorded state is the one by the clock. */
    boolean isSettled(Instant now) {
        return status != DecisionStatus.UNDER_SILENCE || !silence.isOver(now);
    }

    Set<DecisionStatus> next(Instant now) {
        return status(now).next(adoptionRule);
    }

    /** Refuses a move, unless the decision is in one of these states. */
    void require(String what, Instant now, Set<DecisionStatus> states) {
        if (!states.contains(status(now))) {
            throw new IllegalTransition(what, status(now), next(now));
        }
    }

    void open(Instant now) {
        become(DecisionStatus.OPEN, "open this decision for positions", status(now));
    }

    Instant begin(StartSilence start, Instant now) {
        become(DecisionStatus.UNDER_SILENCE, "put this decision under silence", status(now));
        silence = Silence.begin(start, now);
        return silence.expiresAt();
    }

    /** The end of the period that starts again; null if there is none. */
    Instant beginAgain(Instant now) {
        if (status(now) != DecisionStatus.UNDER_SILENCE) {
            return null;
        }
        silence = silence.again(now);
        return silence.expiresAt();
    }

    /** What to say of a silence that can no longer be broken belongs to the refusal, so it comes before the objection. */
    void requireSilence(Instant now) {
        require(
                "break the silence on this decision" + (silence == null ? "" : silence.fate(now)),
                now,
                Set.of(DecisionStatus.UNDER_SILENCE));
    }

    void breakBy(Objection objection, Instant now) {
        become(DecisionStatus.BROKEN, "break the silence on this decision", status(now));
        silence = silence.broken(objection);
    }

    DecisionEvent conclude(Tally tally, IntFunction<String> register, Instant now) {
        require("conclude this decision", now, Set.of(DecisionStatus.OPEN));
        if (adoptionRule.isMet(tally, threshold)) {
            return adopt(register, now);
        }
        become(DecisionStatus.REJECTED, "reject this decision", status);
        rejectedAt = now;
        return new DecisionEvent.Rejected();
    }

    /** Records that the silence has lasted; nothing if that is not so, or is recorded already. */
    DecisionEvent settle(IntFunction<String> register, Instant now) {
        return isSettled(now)
                ? new DecisionEvent.Adopted(registerNumber, adoptedAt)
                : adopt(register, silence.expiresAt());
    }

    void withdraw(String reason, Instant now) {
        become(DecisionStatus.WITHDRAWN, "withdraw this decision", status(now));
        statusReason = reason;
    }

    private DecisionEvent adopt(IntFunction<String> register, Instant at) {
        become(DecisionStatus.ADOPTED, "adopt this decision", status);
        adoptedAt = at;
        registerNumber = register.apply(at.atOffset(ZoneOffset.UTC).getYear());
        return new DecisionEvent.Adopted(registerNumber, at);
    }

    private void become(DecisionStatus next, String what, DecisionStatus from) {
        if (!from.next(adoptionRule).contains(next)) {
            throw new IllegalTransition(what, from, from.next(adoptionRule));
        }
        status = next;
    }

    AdoptionRule adoptionRule() {
        return adoptionRule;
    }

    Threshold threshold() {
        return threshold;
    }

    /** Null unless it has been put under silence. */
    Silence silence() {
        return silence;
    }

    String statusReason() {
        return statusReason;
    }

    /** When it was adopted; for an expired silence the expiry, recorded or not. */
    Instant adoptedAt(Instant now) {
        return isSettled(now) ? adoptedAt : silence.expiresAt();
    }

    Instant rejectedAt() {
        return rejectedAt;
    }

    String registerNumber() {
        return registerNumber;
    }
}
