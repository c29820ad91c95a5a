package org.coalition.meetings.recommendation;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.meetings.agenda.AgendaItem;
import org.coalition.meetings.agenda.Outcome;
import org.coalition.meetings.meeting.Meeting;

/** Advice of a meeting, not binding, with an outcome target. Host and chair decide on it; its owner sees to it. */
@Entity
@Table(name = "recommendation")
public class Recommendation extends Outcome {
    private String area;
    private String focus;

    @Column(name = "outcome_target")
    private String outcomeTarget;

    private String owner;

    @Column(name = "review_on")
    private LocalDate reviewOn;

    @Enumerated(EnumType.STRING)
    private RecommendationStatus status = RecommendationStatus.PROPOSED;

    @Column(name = "status_reason")
    private String statusReason;

    @Column(name = "superseded_by")
    private UUID supersededBy;

    /** The words of area, focus and outcome target, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected Recommendation() {}

    private Recommendation(UUID id, AgendaItem item, RecommendationDetails details, Instant now) {
        super(id, item, now);
        take(details);
    }

    static Created<Recommendation> propose(
            UUID id, AgendaItem item, Meeting meeting, RecommendationDetails details, String by, Instant now) {
        meeting.requireRunBy(by);
        meeting.requireRecordsOutcomes();
        return new Created<>(new Recommendation(id, item, details, now), new RecommendationEvent.Proposed());
    }

    RecommendationEvent revise(RecommendationDetails details, Meeting meeting, String by) {
        meeting.requireRunBy(by);
        if (status != RecommendationStatus.PROPOSED) {
            throw new IllegalTransition("revise this recommendation", status, status.next());
        }
        meeting.requireRecordsOutcomes();
        take(details);
        return new RecommendationEvent.Revised();
    }

    RecommendationEvent accept(Meeting meeting, String by) {
        meeting.requireRunBy(by);
        become(RecommendationStatus.ACCEPTED, "accept this recommendation", null);
        return new RecommendationEvent.Accepted();
    }

    RecommendationEvent reject(String reason, Meeting meeting, String by) {
        meeting.requireRunBy(by);
        become(RecommendationStatus.REJECTED, "reject this recommendation", reason);
        return new RecommendationEvent.Rejected(reason);
    }

    RecommendationEvent startImplementation(Meeting meeting, String by) {
        requireOwnerOrRunBy(meeting, by);
        become(RecommendationStatus.IMPLEMENTING, "start to implement this recommendation", null);
        return new RecommendationEvent.ImplementationStarted();
    }

    RecommendationEvent completeImplementation(Meeting meeting, String by) {
        requireOwnerOrRunBy(meeting, by);
        become(RecommendationStatus.IMPLEMENTED, "complete this recommendation", null);
        return new RecommendationEvent.Implemented();
    }

    RecommendationEvent supersede(SupersedeRecommendation by, Meeting meeting, String party) {
        meeting.requireRunBy(party);
        if (id().equals(by.supersededBy())) {
            throw new RuleViolated("/supersededBy", "itself", "A recommendation does not take its own place.");
        }
        become(RecommendationStatus.SUPERSEDED, "supersede this recommendation", by.reason());
        supersededBy = by.supersededBy();
        return new RecommendationEvent.Superseded(by.reason(), by.supersededBy());
    }

    private void requireOwnerOrRunBy(Meeting meeting, String by) {
        if (!by.equals(owner)) {
            meeting.requireRunBy(by);
        }
    }

    private void become(RecommendationStatus next, String what, String reason) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
        statusReason = reason;
    }

    private void take(RecommendationDetails details) {
        area = details.area();
        focus = details.focus();
        outcomeTarget = details.outcomeTarget();
        owner = details.owner();
        reviewOn = details.reviewOn();
    }

    RecommendationDetails details() {
        return new RecommendationDetails(area, focus, outcomeTarget, owner, reviewOn);
    }

    RecommendationStatus status() {
        return status;
    }

    String statusReason() {
        return statusReason;
    }

    UUID supersededBy() {
        return supersededBy;
    }
}
