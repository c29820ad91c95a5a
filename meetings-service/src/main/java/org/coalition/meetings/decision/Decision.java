package org.coalition.meetings.decision;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.coalition.defaults.aggregate.Created;
import org.coalition.meetings.agenda.AgendaItem;
import org.coalition.meetings.meeting.Meeting;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A text that the parties adopt under a stated rule: what they say on it, and who may do what to it. */
@Entity
@Table(name = "decision")
public class Decision extends Procedure {
    @Embedded
    private DecisionText content;

    @Embedded
    private Ballot ballot;

    @Embedded
    private Computed computed;

    @Formula("decision_successors(id)")
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Successor> successors;

    /** The words of the text, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    private String search;

    protected Decision() {}

    private Decision(UUID id, AgendaItem item, DraftDecision draft, Instant now) {
        super(id, item, draft.adoptionRule(), draft.threshold(), now);
        content = draft.decisionText();
        ballot = Ballot.of(draft.entitledParties());
    }

    static Created<Decision> draft(
            UUID id, AgendaItem item, Meeting meeting, DraftDecision draft, String by, Instant now) {
        meeting.requireRunBy(by);
        meeting.requireRecordsOutcomes();
        draft.adoptionRule().requireThreshold(draft.threshold());
        return new Created<>(new Decision(id, item, draft, now), new DecisionEvent.Drafted());
    }

    /** Editing a text under silence starts the period again. */
    DecisionEvent revise(DecisionText revised, Meeting meeting, String by, Instant now) {
        meeting.requireRunBy(by);
        meeting.requireRecordsOutcomes();
        require("revise this decision", now, EnumSet.of(DecisionStatus.DRAFT, DecisionStatus.UNDER_SILENCE));
        if (revised.equals(content)) {
            return new DecisionEvent.Revised(null);
        }
        content = revised;
        return new DecisionEvent.Revised(beginAgain(now));
    }

    DecisionEvent open(Meeting meeting, Supplier<List<String>> delegations, String by, Instant now) {
        meeting.requireRunBy(by);
        meeting.requireRecordsOutcomes();
        open(now);
        ballot = ballot.frozen(delegations);
        return new DecisionEvent.Opened();
    }

    DecisionEvent startSilence(
            StartSilence start, Meeting meeting, Supplier<List<String>> delegations, String by, Instant now) {
        meeting.requireRunBy(by);
        meeting.requireRecordsOutcomes();
        Instant expiresAt = begin(start, now);
        ballot = ballot.frozen(delegations);
        return new DecisionEvent.SilenceStarted(expiresAt, start.urgency());
    }

    DecisionEvent takePosition(TakePosition position, String by, Instant now) {
        require("take a position on this decision", now, EnumSet.of(DecisionStatus.OPEN));
        ballot = ballot.with(new Position(by, position.stance(), position.statement(), now));
        return new DecisionEvent.PositionTaken(by, position.stance());
    }

    /** To a text that is put to the parties or adopted; the result stands, and nobody removes what a party stated. */
    DecisionEvent reserve(MakeReservation made, String by, Instant now) {
        require("attach a statement to this decision", now, EnumSet.of(DecisionStatus.OPEN, DecisionStatus.ADOPTED));
        ballot = ballot.with(new Reservation(by, made.kind(), made.statement(), now));
        return new DecisionEvent.ReservationMade(by, made.kind());
    }

    DecisionEvent conclude(Meeting meeting, IntFunction<String> register, String by, Instant now) {
        meeting.requireRunBy(by);
        return conclude(ballot.tally(), register, now);
    }

    DecisionEvent breakSilence(RaiseObjection raised, String by, Instant now) {
        requireSilence(now);
        ballot.requireEntitled(by);
        breakBy(Objection.of(raised, by, now), now);
        return new DecisionEvent.SilenceBroken(by, raised.kind());
    }

    DecisionEvent withdraw(String reason, Meeting meeting, String by, Instant now) {
        meeting.requireRunBy(by);
        withdraw(reason, now);
        return new DecisionEvent.Withdrawn(reason);
    }

    DecisionText decisionText() {
        return content;
    }

    Ballot ballot() {
        return ballot;
    }

    /** What later decisions have made of it, by the clock. */
    Succession succession(Instant now) {
        return Succession.of(successors, now);
    }

    /** Its place in the register, as it was when it was read; null if it had none. */
    RegisterPlace place() {
        return computed == null || computed.registerYear() == null
                ? null
                : new RegisterPlace(computed.registerYear(), computed.registerSerial());
    }
}
