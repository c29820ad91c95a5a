package org.coalition.initiatives.finding;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.initiatives.contribution.Money;

/** Of a finding what was found, on what, by whom, and who is to act. */
@MappedSuperclass
abstract class Observation extends Aggregate {
    @Column(name = "initiative_id", updatable = false)
    private UUID initiativeId;

    @Column(name = "contribution_id", updatable = false)
    private UUID contributionId;

    @Column(name = "review_id", updatable = false)
    private UUID reviewId;

    @Column(name = "raised_by", updatable = false)
    private String raisedBy;

    @Column(updatable = false)
    private String owner;

    private String title;
    private String description;
    private String recommendation;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    private BigDecimal questioned;

    @Column(name = "questioned_currency")
    private String questionedCurrency;

    @Column(name = "due_on")
    private LocalDate dueOn;

    protected Observation() {}

    Observation(UUID id, Subject on, RaiseFinding raise, String by, Instant now) {
        super(id, now);
        initiativeId = on.initiativeId();
        contributionId = on.contributionId();
        reviewId = on.reviewId();
        raisedBy = by;
        owner = raise.owner();
        take(raise.details());
    }

    void take(FindingDetails details) {
        title = details.title();
        description = details.description();
        recommendation = details.recommendation();
        severity = details.severity();
        questioned = details.valueQuestioned() == null
                ? null
                : details.valueQuestioned().amount();
        questionedCurrency = details.valueQuestioned() == null
                ? null
                : details.valueQuestioned().currency();
        dueOn = details.dueOn();
    }

    FindingDetails details() {
        return new FindingDetails(
                title,
                description,
                recommendation,
                severity,
                questioned == null ? null : new Money(questioned, questionedCurrency),
                dueOn);
    }

    @Override
    public UUID streamId() {
        return initiativeId;
    }

    public UUID initiativeId() {
        return initiativeId;
    }

    /** Null if it is on the initiative as a whole. */
    public UUID contributionId() {
        return contributionId;
    }

    /** Null if no review brought it to light. */
    public UUID reviewId() {
        return reviewId;
    }

    public String title() {
        return title;
    }

    public String owner() {
        return owner;
    }

    String raisedBy() {
        return raisedBy;
    }

    LocalDate dueOn() {
        return dueOn;
    }
}
