package org.coalition.meetings.actionitem;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.meetings.agenda.AgendaItem;
import org.coalition.meetings.agenda.Outcome;
import org.coalition.meetings.meeting.Meeting;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A task out of a meeting. Host and chair assign it, its owner does it, and another party verifies that. It goes on after
 * the meeting's minutes are approved.
 */
@Entity
@Table(name = "action_item")
public class ActionItem extends Outcome {
    private String title;
    private String owner;
    private String assignee;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "initiative_id")
    private UUID initiativeId;

    @Column(name = "decision_id", updatable = false)
    private UUID decisionId;

    @Column(name = "recommendation_id", updatable = false)
    private UUID recommendationId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Evidence> evidence = List.of();

    @Enumerated(EnumType.STRING)
    private ActionItemStatus status = ActionItemStatus.OPEN;

    @Column(name = "status_reason")
    private String statusReason;

    @Embedded
    private Verification verification;

    @Column(name = "overdue_announced_for")
    private LocalDate overdueAnnouncedFor;

    /** The words of the title, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected ActionItem() {}

    private ActionItem(UUID id, AgendaItem item, AssignActionItem assign, Instant now) {
        super(id, item, now);
        decisionId = assign.decisionId();
        recommendationId = assign.recommendationId();
        take(assign.details());
    }

    static Created<ActionItem> assign(
            UUID id, AgendaItem item, Meeting meeting, AssignActionItem assign, String by, Instant now) {
        meeting.requireRunBy(by);
        meeting.requireRecordsOutcomes();
        return new Created<>(new ActionItem(id, item, assign, now), new ActionItemEvent.Assigned());
    }

    /** What is still to be done can be planned anew, also after the minutes are approved. */
    ActionItemEvent revise(ActionItemDetails details, Meeting meeting, String by) {
        meeting.requireRunBy(by);
        if (!status.isPending()) {
            throw new IllegalTransition("revise this action item", status, status.next());
        }
        take(details);
        return new ActionItemEvent.Revised();
    }

    ActionItemEvent start(String by) {
        requireOwner(by);
        // The table has this arrow for a refused verification too.
        if (status != ActionItemStatus.OPEN) {
            throw new IllegalTransition("start this action item", status, status.next());
        }
        become(ActionItemStatus.IN_PROGRESS, "start this action item", null);
        return new ActionItemEvent.Started();
    }

    ActionItemEvent complete(List<Evidence> shown, String by) {
        requireOwner(by);
        become(ActionItemStatus.DONE, "complete this action item", null);
        evidence = List.copyOf(shown);
        return new ActionItemEvent.Completed();
    }

    /** Its verification is that of another party that takes part in the meeting. */
    ActionItemEvent verify(boolean takesPart, String by, Instant now) {
        requireVerifier(takesPart, by);
        become(ActionItemStatus.VERIFIED, "verify this action item", null);
        verification = new Verification(by, now);
        return new ActionItemEvent.Verified(by);
    }

    ActionItemEvent refuseVerification(String reason, boolean takesPart, String by) {
        requireVerifier(takesPart, by);
        if (status != ActionItemStatus.DONE) {
            throw new IllegalTransition("refuse to verify this action item", status, status.next());
        }
        become(ActionItemStatus.IN_PROGRESS, "refuse to verify this action item", reason);
        return new ActionItemEvent.VerificationRefused(by, reason);
    }

    ActionItemEvent cancel(String reason, Meeting meeting, String by) {
        meeting.requireRunBy(by);
        become(ActionItemStatus.CANCELLED, "cancel this action item", reason);
        return new ActionItemEvent.Cancelled(reason);
    }

    /** Announces that the due date has passed; nothing if it has not, or if that was announced for this date already. */
    ActionItemEvent announceOverdue(Instant now) {
        if (daysOverdue(now) > 0) {
            overdueAnnouncedFor = dueOn;
        }
        Instant passed = new DueDate(dueOn).end();
        return new ActionItemEvent.BecameOverdue(dueOn, passed.isBefore(createdAt()) ? createdAt() : passed);
    }

    /** 0 if it is not overdue: on the due date itself, or if its owner has nothing left to do. */
    long daysOverdue(Instant now) {
        return status.isPending() ? new DueDate(dueOn).daysPast(now) : 0;
    }

    private void requireOwner(String by) {
        if (!owner.equals(by)) {
            throw new NotAllowed(
                    "Only %s may do this, whose action item it is; your token speaks for %s.".formatted(owner, by));
        }
    }

    private void requireVerifier(boolean takesPart, String by) {
        if (owner.equals(by)) {
            throw new NotAllowed("%s owns this action item; another party that takes part in the meeting verifies it."
                    .formatted(owner));
        }
        if (!takesPart) {
            throw new NotAllowed("Only host, chair and parties with a delegation to the meeting verify this; your"
                    + " token speaks for %s.".formatted(by));
        }
    }

    private void become(ActionItemStatus next, String what, String reason) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
        statusReason = reason;
    }

    private void take(ActionItemDetails details) {
        title = details.title();
        owner = details.owner();
        assignee = details.assignee();
        dueOn = details.dueOn();
        initiativeId = details.initiativeId();
    }

    ActionItemDetails details() {
        return new ActionItemDetails(title, owner, assignee, dueOn, initiativeId);
    }

    UUID decisionId() {
        return decisionId;
    }

    UUID recommendationId() {
        return recommendationId;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    ActionItemStatus status() {
        return status;
    }

    String statusReason() {
        return statusReason;
    }

    Verification verification() {
        return verification;
    }
}
