package org.coalition.initiatives.milestone;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.initiative.Initiative;
import org.hibernate.annotations.BatchSize;

/** What is to be reached by when on the way of an initiative. The initiative's lead parties schedule and assess it. */
@Entity
@Table(name = "milestone")
public class Milestone extends Aggregate {
    @Column(name = "initiative_id", updatable = false)
    private UUID initiativeId;

    /** Read with many milestones at once, for who may know of each. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "initiative_id", insertable = false, updatable = false)
    private Initiative initiative;

    private String title;
    private String description;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "first_due_on", updatable = false)
    private LocalDate firstDueOn;

    @Enumerated(EnumType.STRING)
    private MilestoneStatus status = MilestoneStatus.SCHEDULED;

    @Column(name = "status_reason")
    private String statusReason;

    @Column(name = "met_on")
    private LocalDate metOn;

    private String evidence;

    @ManyToMany
    @JoinTable(
            name = "milestone_dependency",
            joinColumns = @JoinColumn(name = "milestone_id"),
            inverseJoinColumns = @JoinColumn(name = "depends_on"))
    @OrderBy("id")
    @BatchSize(size = 201)
    private Set<Milestone> dependsOn = new LinkedHashSet<>();

    @Column(name = "overdue_announced_for")
    private LocalDate overdueAnnouncedFor;

    /** The words of title and description, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected Milestone() {}

    private Milestone(
            UUID id, Initiative initiative, MilestoneDetails details, Collection<Milestone> dependencies, Instant now) {
        super(id, now);
        this.initiative = initiative;
        initiativeId = initiative.id();
        firstDueOn = details.dueOn();
        take(details, dependencies);
    }

    static Created<Milestone> schedule(
            UUID id,
            Initiative initiative,
            MilestoneDetails details,
            Collection<Milestone> dependencies,
            String by,
            Instant now) {
        initiative.requireLedBy(by);
        initiative.requireRunning("schedule a milestone of this initiative");
        return new Created<>(new Milestone(id, initiative, details, dependencies, now), new MilestoneEvent.Scheduled());
    }

    /**
     * Edits it while it is still to be reached.
     *
     * @param dependencies what the details name, found and checked
     */
    MilestoneEvent revise(MilestoneDetails details, Collection<Milestone> dependencies, Initiative of, String by) {
        of.requireLedBy(by);
        of.requireRunning("revise a milestone of this initiative");
        if (status != MilestoneStatus.SCHEDULED) {
            throw new IllegalTransition("revise this milestone", status, status.next());
        }
        LocalDate before = dueOn;
        take(details, dependencies);
        return before.equals(dueOn) ? new MilestoneEvent.Revised() : new MilestoneEvent.Rescheduled(before, dueOn);
    }

    MilestoneEvent assess(AssessMilestone assessment, Initiative of, String by, Instant now) {
        of.requireLedBy(by);
        of.requireRunning("assess a milestone of this initiative");
        become(assessment.status(), "assess this milestone as " + assessment.status(), null);
        if (assessment.metOn() != null && assessment.metOn().isAfter(DueDate.today(now))) {
            throw new RuleViolated("/metOn", "in-the-future", "A milestone is met today (UTC) or earlier.");
        }
        metOn = assessment.metOn();
        evidence = assessment.evidence();
        return switch (status) {
            case MET -> new MilestoneEvent.Met(metOn);
            case PARTIALLY_MET -> new MilestoneEvent.PartiallyMet(metOn);
            case NOT_MET, SCHEDULED -> new MilestoneEvent.Missed();
        };
    }

    /** Takes an assessment back; what it rested on stays in the audit trail. */
    MilestoneEvent reopen(String reason, Initiative of, String by) {
        of.requireLedBy(by);
        of.requireRunning("reopen a milestone of this initiative");
        become(MilestoneStatus.SCHEDULED, "reopen this milestone", reason);
        metOn = null;
        evidence = null;
        return new MilestoneEvent.Reopened(reason);
    }

    /** Announces that the due date has passed; nothing if it has not, or if that was announced for this date already. */
    MilestoneEvent announceOverdue(Instant now) {
        if (daysOverdue(now) > 0) {
            overdueAnnouncedFor = dueOn;
        }
        Instant passed = new DueDate(dueOn).end();
        return new MilestoneEvent.BecameOverdue(dueOn, passed.isBefore(createdAt()) ? createdAt() : passed);
    }

    /** 0 if it is not overdue: on the due date itself, or once it was assessed. */
    long daysOverdue(Instant now) {
        return status == MilestoneStatus.SCHEDULED ? new DueDate(dueOn).daysPast(now) : 0;
    }

    private void become(MilestoneStatus next, String what, String reason) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
        statusReason = reason;
    }

    private void take(MilestoneDetails details, Collection<Milestone> dependencies) {
        title = details.title();
        description = details.description();
        dueOn = details.dueOn();
        if (!ids(dependsOn).equals(ids(dependencies))) {
            dependsOn.clear();
            dependsOn.addAll(dependencies);
        }
    }

    private static SortedSet<UUID> ids(Collection<Milestone> milestones) {
        return milestones.stream().map(Milestone::id).collect(Collectors.toCollection(TreeSet::new));
    }

    MilestoneDetails details() {
        return new MilestoneDetails(title, description, dueOn, List.copyOf(ids(dependsOn)));
    }

    @Override
    public UUID streamId() {
        return initiativeId;
    }

    List<Milestone> dependsOn() {
        return List.copyOf(dependsOn);
    }

    public UUID initiativeId() {
        return initiativeId;
    }

    Initiative initiative() {
        return initiative;
    }

    public String title() {
        return title;
    }

    String description() {
        return description;
    }

    public MilestoneStatus status() {
        return status;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    LocalDate firstDueOn() {
        return firstDueOn;
    }

    String statusReason() {
        return statusReason;
    }

    LocalDate metOn() {
        return metOn;
    }

    String evidence() {
        return evidence;
    }
}
