package org.coalition.initiatives.initiative;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.mandate.Mandate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A unit of planned support. Its lead parties run it; its state governs what may be contributed to it. */
@Entity
@Table(name = "initiative")
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

    protected Initiative() {}

    private Initiative(UUID id, InitiativeDetails details, Instant now) {
        super(id, now);
        take(details);
    }

    static Created<Initiative> plan(UUID id, InitiativeDetails details, String by, Instant now) {
        Initiative initiative = new Initiative(id, details, now);
        initiative.requireLedBy(by);
        return new Created<>(initiative, new InitiativeEvent.Planned());
    }

    /**
     * Edits it; once approved, it can only be put on another decision that is adopted.
     *
     * @param mandate the decision that the details name; null without one
     */
    InitiativeEvent revise(InitiativeDetails details, Mandate mandate, String by, Instant now) {
        requireLedBy(by);
        if (status.isFinal()) {
            throw new IllegalTransition("revise this initiative", status, status.next());
        }
        if (approvedAt != null
                && !Objects.equals(originDecision, details.originDecision())
                && !isAdopted(mandate, now)) {
            throw new RuleViolated(
                    "/originDecision",
                    "mandate-not-adopted",
                    "An approved initiative can only be put on a decision that is ADOPTED.");
        }
        take(details);
        requireLedBy(by);
        return new InitiativeEvent.Revised();
    }

    /** Approves it on the ground of its decision if that is adopted, or for the reason given. */
    InitiativeEvent approve(Mandate mandate, String reason, String by, Instant now) {
        requireLedBy(by);
        become(InitiativeStatus.APPROVED, "approve this initiative", null);
        if (!isAdopted(mandate, now) && reason == null) {
            throw new RuleViolated(
                    "/approvalReason",
                    "mandate-not-adopted",
                    (mandate == null
                                    ? "No decision that you may see stands behind this initiative"
                                    : "The decision behind this initiative is " + mandate.status(now) + ", not ADOPTED")
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

    /** Until it is closed or cancelled, parties contribute to it. */
    public void requireTakesContributions() {
        if (status.isFinal()) {
            throw new IllegalTransition("contribute to this initiative", status, status.next());
        }
    }

    private void requireLedBy(String party) {
        if (!List.of(leadParties).contains(party)) {
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

    private static boolean isAdopted(Mandate mandate, Instant now) {
        return mandate != null && mandate.isAdopted(now);
    }

    private void take(InitiativeDetails details) {
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
    }

    private static String[] sorted(List<String> parties) {
        return new TreeSet<>(parties).toArray(String[]::new);
    }

    InitiativeDetails details() {
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
                audience.visibility(),
                audience.parties());
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

    Instant approvedAt() {
        return approvedAt;
    }

    String approvalReason() {
        return approvalReason;
    }
}
