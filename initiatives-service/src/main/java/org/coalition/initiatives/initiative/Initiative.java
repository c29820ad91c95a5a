package org.coalition.initiatives.initiative;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.mandate.Loss;
import org.coalition.initiatives.mandate.Mandate;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A unit of planned support. Its lead parties run it; its state governs what may be contributed to it. */
@Entity
@Table(name = "initiative")
@BatchSize(size = 201)
public class Initiative extends Aggregate {
    private String title;

    @Enumerated(EnumType.STRING)
    private Aspect aspect;

    @Column(name = "focus_area")
    private String focusArea;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "support_measures")
    private String[] supportMeasures;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "expected_outcomes")
    private String[] expectedOutcomes;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "lead_parties")
    private String[] leadParties;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] participants;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] recipients;

    @Column(name = "origin_decision")
    private UUID originDecision;

    @Embedded
    private Audience audience;

    @Enumerated(EnumType.STRING)
    private InitiativeStatus status = InitiativeStatus.PIPELINE;

    @Column(name = "status_reason")
    private String statusReason;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "approval_reason")
    private String approvalReason;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private Initiative parent;

    private BigDecimal weight;

    @ManyToMany
    @JoinTable(
            name = "initiative_dependency",
            joinColumns = @JoinColumn(name = "initiative_id"),
            inverseJoinColumns = @JoinColumn(name = "depends_on"))
    @OrderBy("id")
    @BatchSize(size = 201)
    private Set<Initiative> dependsOn = new LinkedHashSet<>();

    @Column(name = "lost_mandate_announced")
    private UUID lostMandateAnnounced;

    /** The words of title, focus area, support measures and expected outcomes, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected Initiative() {}

    private Initiative(UUID id, InitiativeDetails details, Links links, Instant now) {
        super(id, now);
        take(details, links);
    }

    /**
     * A new initiative in the pipeline.
     *
     * @param links what the details name, found and checked
     */
    static Created<Initiative> plan(UUID id, InitiativeDetails details, Links links, String by, Instant now) {
        Initiative initiative = new Initiative(id, details, links, now);
        initiative.requireLedBy(by);
        return new Created<>(initiative, new InitiativeEvent.Planned());
    }

    /**
     * Edits it; once approved, it can only be put on another decision that is adopted.
     *
     * @param links the parent and the dependencies that the details name, found and checked
     * @param mandate the decision that the details name; null without one
     */
    InitiativeEvent revise(InitiativeDetails details, Links links, Mandate mandate, String by, Instant now) {
        requireLedBy(by);
        requireRunning("revise this initiative");
        if (approvedAt != null
                && !Objects.equals(originDecision, details.originDecision())
                && !isInForce(mandate, now)) {
            throw new RuleViolated(
                    "/originDecision",
                    "mandate-not-adopted",
                    "An approved initiative can only be put on a decision that is ADOPTED and in force.");
        }
        take(details, links);
        requireLedBy(by);
        return new InitiativeEvent.Revised();
    }

    /** Approves it on the ground of its decision if that is adopted, or for the reason given. */
    InitiativeEvent approve(Mandate mandate, String reason, String by, Instant now) {
        requireLedBy(by);
        become(InitiativeStatus.APPROVED, "approve this initiative", null);
        if (!isInForce(mandate, now) && reason == null) {
            throw new RuleViolated(
                    "/approvalReason",
                    "mandate-not-adopted",
                    (mandate == null
                                    ? "No decision that you may see stands behind this initiative"
                                    : "The decision behind this initiative is " + state(mandate, now))
                            + "; give an approvalReason to approve it all the same.");
        }
        approvedAt = now;
        approvalReason = reason;
        return new InitiativeEvent.Approved(reason);
    }

    InitiativeEvent startImplementation(String by) {
        requireLedBy(by);
        requireFrom(InitiativeStatus.APPROVED, "start to implement this initiative");
        become(InitiativeStatus.IMPLEMENTATION, "start to implement this initiative", null);
        return new InitiativeEvent.ImplementationStarted();
    }

    InitiativeEvent suspend(String reason, String by) {
        requireLedBy(by);
        become(InitiativeStatus.SUSPENDED, "suspend this initiative", reason);
        return new InitiativeEvent.Suspended(reason);
    }

    InitiativeEvent resume(String by) {
        requireLedBy(by);
        requireFrom(InitiativeStatus.SUSPENDED, "resume this initiative");
        become(InitiativeStatus.IMPLEMENTATION, "resume this initiative", null);
        return new InitiativeEvent.Resumed();
    }

    InitiativeEvent startFinalisation(String by) {
        requireLedBy(by);
        become(InitiativeStatus.FINALISATION, "finalise this initiative", null);
        return new InitiativeEvent.FinalisationStarted();
    }

    InitiativeEvent close(String by) {
        requireLedBy(by);
        become(InitiativeStatus.CLOSED, "close this initiative", null);
        return new InitiativeEvent.Closed();
    }

    InitiativeEvent cancel(String reason, String by) {
        requireLedBy(by);
        become(InitiativeStatus.CANCELLED, "cancel this initiative", reason);
        return new InitiativeEvent.Cancelled(reason);
    }

    /** What its parent's lead parties let it count; whatever its own state, as this is the parent's matter. */
    InitiativeEvent weigh(BigDecimal share) {
        weight = share;
        return new InitiativeEvent.Weighted();
    }

    /** Announces that its origin can no longer carry it, once for each origin. */
    InitiativeEvent announceLostMandate(Loss loss) {
        if (loss != null) {
            lostMandateAnnounced = originDecision;
        }
        return new InitiativeEvent.MandateLost(originDecision, loss);
    }

    /** Until it is closed or cancelled, parties contribute to it. */
    public void requireTakesContributions() {
        requireRunning("contribute to this initiative");
    }

    /** Until it is closed or cancelled, what belongs to it is changed. */
    public void requireRunning(String what) {
        if (status.isFinal()) {
            throw new IllegalTransition(what, status, status.next());
        }
    }

    /** Whether this party is one of those that it supports. */
    public boolean supports(String party) {
        return List.of(recipients).contains(party);
    }

    /** Whether a party is one of those that run it. */
    public boolean isLedBy(String party) {
        return List.of(leadParties).contains(party);
    }

    /** Its plan is its lead parties' matter. */
    public void requireLedBy(String party) {
        if (!isLedBy(party)) {
            throw new NotAllowed("Only the lead parties (%s) of this initiative may do this; your token speaks for %s."
                    .formatted(String.join(", ", leadParties), party));
        }
    }

    /** Two moves lead to IMPLEMENTATION, each from a state of its own. */
    private void requireFrom(InitiativeStatus state, String what) {
        if (status != state) {
            throw new IllegalTransition(what, status, status.next());
        }
    }

    private void become(InitiativeStatus next, String what, String reason) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
        statusReason = reason;
    }

    private static boolean isInForce(Mandate mandate, Instant now) {
        return mandate != null && mandate.isInForce(now);
    }

    private static String state(Mandate mandate, Instant now) {
        return mandate.loss(now) == Loss.SUPERSEDED
                ? "ADOPTED, but another one has taken its place"
                : mandate.status(now) + ", not ADOPTED";
    }

    private void take(InitiativeDetails details, Links links) {
        title = details.title();
        aspect = details.aspect();
        focusArea = details.focusArea();
        supportMeasures = details.supportMeasures().toArray(String[]::new);
        expectedOutcomes = details.expectedOutcomes().toArray(String[]::new);
        leadParties = sorted(details.leadParties());
        participants = sorted(details.participants());
        recipients = sorted(details.recipients());
        originDecision = details.originDecision();
        audience = details.audience();
        if (!Objects.equals(parentId(), links.parentId())) {
            parent = links.parent();
            weight = null;
        }
        if (!Links.ids(dependsOn).equals(Links.ids(links.dependsOn()))) {
            dependsOn.clear();
            dependsOn.addAll(links.dependsOn());
        }
    }

    private static String[] sorted(List<String> parties) {
        return new TreeSet<>(parties).toArray(String[]::new);
    }

    public InitiativeDetails details() {
        return new InitiativeDetails(
                title,
                aspect,
                focusArea,
                Arrays.asList(supportMeasures),
                Arrays.asList(expectedOutcomes),
                Arrays.asList(leadParties),
                Arrays.asList(participants),
                Arrays.asList(recipients),
                originDecision,
                parentId(),
                List.copyOf(Links.ids(dependsOn)),
                audience.visibility(),
                audience.parties());
    }

    Links links() {
        return new Links(parent, List.copyOf(dependsOn));
    }

    public UUID parentId() {
        return Links.id(parent);
    }

    /** Null if its parent's children are not weighted, or it came after they were. */
    public BigDecimal weight() {
        return weight;
    }

    public List<String> expectedOutcomes() {
        return List.of(expectedOutcomes);
    }

    public Audience audience() {
        return audience;
    }

    public String title() {
        return title;
    }

    public InitiativeStatus status() {
        return status;
    }

    public UUID originDecision() {
        return originDecision;
    }

    String statusReason() {
        return statusReason;
    }

    /** Null as long as it is in the pipeline. */
    public Instant approvedAt() {
        return approvedAt;
    }

    String approvalReason() {
        return approvalReason;
    }
}
