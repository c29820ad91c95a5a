package org.coalition.meetings.consultation;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.meetings.meeting.MeetingLevel;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A party tells others what has happened and asks what is to be done, now. What counts is how soon they have heard. */
@Entity
@Table(name = "consultation")
class Consultation extends Aggregate {
    @Column(updatable = false)
    private String title;

    @Column(name = "trigger_text", updatable = false)
    private String trigger;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "proposed_responses", updatable = false)
    private List<String> proposedResponses;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private MeetingLevel level;

    @Column(name = "convened_by", updatable = false)
    private String convenedBy;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "consulted_parties", updatable = false)
    private String[] consultedParties;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Acknowledgement> acknowledgements = List.of();

    @Column(name = "first_acknowledged_at")
    private Instant firstAcknowledgedAt;

    @Column(name = "all_acknowledged_at")
    private Instant allAcknowledgedAt;

    @Embedded
    private Audience audience;

    @Enumerated(EnumType.STRING)
    private ConsultationStatus status = ConsultationStatus.CALLED;

    @Column(name = "status_reason")
    private String statusReason;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "meeting_id")
    private UUID meetingId;

    @Column(name = "decision_id")
    private UUID decisionId;

    /** The words of title, trigger and proposed responses, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected Consultation() {}

    private Consultation(UUID id, CallConsultation call, TreeSet<String> consulted, String by, Instant now) {
        super(id, now);
        title = call.title();
        trigger = call.trigger();
        proposedResponses = call.proposedResponses();
        level = call.level();
        convenedBy = by;
        consultedParties = consulted.toArray(String[]::new);
        audience = call.audience(by);
    }

    /** @param everybody the parties of the coalition, asked for if that is whom to consult */
    static Created<Consultation> call(
            UUID id, CallConsultation call, Supplier<List<String>> everybody, String by, Instant now) {
        TreeSet<String> consulted = new TreeSet<>(call.consultedParties());
        if (consulted.isEmpty()) {
            consulted.addAll(
                    call.visibility() == Visibility.RESTRICTED
                            ? call.audience(by).parties()
                            : everybody.get());
        }
        consulted.remove(by);
        if (consulted.isEmpty()) {
            throw new RuleViolated(
                    "/consultedParties", "nobody-consulted", "Name a party to be consulted besides your own.");
        }
        return new Created<>(new Consultation(id, call, consulted, by, now), new ConsultationEvent.Called());
    }

    /** A party acknowledges once; to do so again, also later, changes nothing. */
    ConsultationEvent acknowledge(String by, Instant now) {
        if (hasAcknowledged(by)) {
            return new ConsultationEvent.Acknowledged(by);
        }
        if (!consultedParties().contains(by)) {
            throw new NotAllowed("Only the consulted parties (%s) acknowledge this; your token speaks for %s."
                    .formatted(String.join(", ", consultedParties), by));
        }
        begin("acknowledge this consultation");
        List<Acknowledgement> given = new ArrayList<>(acknowledgements);
        given.add(new Acknowledgement(by, now));
        acknowledgements = List.copyOf(given);
        firstAcknowledgedAt = firstAcknowledgedAt == null ? now : firstAcknowledgedAt;
        allAcknowledgedAt = given.size() == consultedParties.length ? now : null;
        return new ConsultationEvent.Acknowledged(by);
    }

    /** Links the decision that is put under silence; in urgency that need not wait for an acknowledgement. */
    ConsultationEvent openSilence(UUID meeting, UUID decision, String by) {
        requireConvenedBy(by);
        if (decisionId != null) {
            throw new Conflict("A text is put to the parties already; see /v1/decisions/%s.".formatted(decisionId));
        }
        begin("open a silence procedure in this consultation");
        meetingId = meeting;
        decisionId = decision;
        return new ConsultationEvent.SilenceOpened(meeting, decision);
    }

    ConsultationEvent conclude(String outcome, String by, Instant now) {
        requireConvenedBy(by);
        become(ConsultationStatus.CONCLUDED, "conclude this consultation");
        end(outcome, now);
        return new ConsultationEvent.Concluded(outcome);
    }

    ConsultationEvent cancel(String why, String by, Instant now) {
        requireConvenedBy(by);
        become(ConsultationStatus.CANCELLED, "cancel this consultation");
        if (decisionId != null) {
            throw new Conflict("A text was put to the parties (/v1/decisions/%s); conclude the consultation instead."
                    .formatted(decisionId));
        }
        end(why, now);
        return new ConsultationEvent.Cancelled(why);
    }

    private void begin(String what) {
        if (status != ConsultationStatus.IN_CONSULTATION) {
            become(ConsultationStatus.IN_CONSULTATION, what);
        }
    }

    private void end(String why, Instant now) {
        statusReason = why;
        endedAt = now;
    }

    private void become(ConsultationStatus next, String what) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
    }

    private boolean hasAcknowledged(String party) {
        return acknowledgements.stream().anyMatch(given -> given.party().equals(party));
    }

    private void requireConvenedBy(String party) {
        if (!convenedBy.equals(party)) {
            throw new NotAllowed("Only %s, which convened this consultation, may do this; your token speaks for %s."
                    .formatted(convenedBy, party));
        }
    }

    Audience audience() {
        return audience;
    }

    String title() {
        return title;
    }

    String trigger() {
        return trigger;
    }

    List<String> proposedResponses() {
        return proposedResponses;
    }

    MeetingLevel level() {
        return level;
    }

    String convenedBy() {
        return convenedBy;
    }

    List<String> consultedParties() {
        return List.of(consultedParties);
    }

    List<Acknowledgement> acknowledgements() {
        return acknowledgements;
    }

    Instant firstAcknowledgedAt() {
        return firstAcknowledgedAt;
    }

    Instant allAcknowledgedAt() {
        return allAcknowledgedAt;
    }

    ConsultationStatus status() {
        return status;
    }

    String statusReason() {
        return statusReason;
    }

    Instant endedAt() {
        return endedAt;
    }

    UUID meetingId() {
        return meetingId;
    }

    UUID decisionId() {
        return decisionId;
    }
}
