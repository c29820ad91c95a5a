package org.coalition.initiatives.finding;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What oversight has found, and asks of a party. The party plans and shows; whether that is enough, who raised it says. */
@Entity
@Table(name = "finding")
public class Finding extends Observation {
    @Enumerated(EnumType.STRING)
    private FindingStatus status = FindingStatus.OPEN_UNRESOLVED;

    @Column(name = "status_reason")
    private String statusReason;

    @JdbcTypeCode(SqlTypes.JSON)
    private ActionPlan plan;

    @Column(name = "plan_agreed_at")
    private Instant planAgreedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Evidence evidence;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "overdue_announced_for")
    private LocalDate overdueAnnouncedFor;

    /** The words of title, description and recommendation, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected Finding() {}

    private Finding(UUID id, Subject on, RaiseFinding raise, String by, Instant now) {
        super(id, on, raise, by, now);
    }

    static Created<Finding> raise(UUID id, Subject on, RaiseFinding raise, String by, Instant now) {
        if (raise.owner().equals(by)) {
            throw new RuleViolated("/owner", "own-finding", "What your own party is to do, another party finds.");
        }
        return new Created<>(new Finding(id, on, raise, by, now), new FindingEvent.Raised(raise.owner()));
    }

    /** As long as no plan is agreed on, which would mean something else then. */
    FindingEvent revise(FindingDetails details, String by) {
        requireRaiser(by);
        requireIn(FindingStatus.OPEN_UNRESOLVED, "revise this finding");
        take(details);
        return new FindingEvent.Revised();
    }

    FindingEvent filePlan(FilePlan wanted, String by, String person, Instant now) {
        requireOwner(by);
        requireIn(FindingStatus.OPEN_UNRESOLVED, "file a plan for this finding");
        plan = new ActionPlan(wanted.text(), wanted.plannedFor(), person, now);
        statusReason = null;
        return new FindingEvent.PlanFiled(wanted.plannedFor());
    }

    FindingEvent agreePlan(String by, String person, Instant now) {
        requireRaiser(by);
        requireIn(FindingStatus.OPEN_UNRESOLVED, "agree to a plan for this finding");
        if (plan == null) {
            throw new Conflict("%s has filed no plan that could be agreed to.".formatted(owner()));
        }
        requireOther(plan.filedBy(), person);
        become(FindingStatus.OPEN_RESOLVED, "agree to the plan for this finding", null);
        planAgreedAt = now;
        return new FindingEvent.PlanAgreed();
    }

    FindingEvent fileEvidence(FileEvidence shown, String by, String person, Instant now) {
        requireOwner(by);
        requireIn(FindingStatus.OPEN_RESOLVED, "file evidence for this finding");
        evidence = new Evidence(shown.statement(), List.copyOf(shown.documents()), person, now);
        statusReason = null;
        return new FindingEvent.EvidenceFiled(shown.documents().size());
    }

    FindingEvent close(String by, String person, Instant now) {
        requireRaiser(by);
        requireIn(FindingStatus.OPEN_RESOLVED, "close this finding");
        if (evidence == null) {
            throw new Conflict("%s has filed no evidence that could be accepted.".formatted(owner()));
        }
        requireOther(evidence.filedBy(), person);
        become(FindingStatus.CLOSED, "close this finding", null);
        closedAt = now;
        return new FindingEvent.Closed();
    }

    /** Sends back what the owner has filed last: the plan before it is agreed to, the evidence after that. */
    FindingEvent reject(String reason, String by) {
        requireRaiser(by);
        if (status == FindingStatus.CLOSED) {
            throw new IllegalTransition("reject what was filed for this finding", status, status.next());
        }
        boolean unresolved = status == FindingStatus.OPEN_UNRESOLVED;
        if ((unresolved ? plan : evidence) == null) {
            throw new Conflict("%s has filed nothing that could be rejected.".formatted(owner()));
        }
        statusReason = reason;
        if (unresolved) {
            plan = null;
            return new FindingEvent.PlanRejected(reason);
        }
        evidence = null;
        return new FindingEvent.EvidenceRejected(reason);
    }

    /** Begins anew, with another plan: what was agreed to or shown has turned out not to be enough. */
    FindingEvent reopen(String reason, String by) {
        requireRaiser(by);
        become(FindingStatus.OPEN_UNRESOLVED, "reopen this finding", reason);
        plan = null;
        planAgreedAt = null;
        evidence = null;
        closedAt = null;
        return new FindingEvent.Reopened(reason);
    }

    /** Announces that the due date has passed; nothing if it has not, or if that was announced for this date already. */
    FindingEvent announceOverdue(Instant now) {
        if (daysOverdue(now) > 0) {
            overdueAnnouncedFor = dueOn();
        }
        Instant passed = dueOn().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new FindingEvent.BecameOverdue(dueOn(), passed.isBefore(createdAt()) ? createdAt() : passed);
    }

    /** Full days since it was raised, until it was closed. */
    long ageDays(Instant now) {
        return ChronoUnit.DAYS.between(createdAt(), closedAt == null ? now : closedAt);
    }

    /** 0 if it is not overdue: on the due date itself, or once it is closed. */
    long daysOverdue(Instant now) {
        return status == FindingStatus.CLOSED
                ? 0
                : Math.max(
                        0,
                        ChronoUnit.DAYS.between(
                                dueOn(), now.atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    private void requireOwner(String by) {
        if (!owner().equals(by)) {
            throw new NotAllowed("Only %s may do this, which is to act on this finding; your token speaks for %s."
                    .formatted(owner(), by));
        }
    }

    private void requireRaiser(String by) {
        if (!raisedBy().equals(by)) {
            throw new NotAllowed("Only %s may do this, which has raised this finding; your token speaks for %s."
                    .formatted(raisedBy(), by));
        }
    }

    private static void requireOther(String filedBy, String person) {
        if (filedBy.equals(person)) {
            throw new NotAllowed("You have filed this yourself; another person judges it.");
        }
    }

    private void requireIn(FindingStatus state, String what) {
        if (status != state) {
            throw new IllegalTransition(what, status, status.next());
        }
    }

    private void become(FindingStatus next, String what, String reason) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
        statusReason = reason;
    }

    public FindingStatus status() {
        return status;
    }

    String statusReason() {
        return statusReason;
    }

    ActionPlan plan() {
        return plan;
    }

    Instant planAgreedAt() {
        return planAgreedAt;
    }

    Evidence evidence() {
        return evidence;
    }

    Instant closedAt() {
        return closedAt;
    }
}
