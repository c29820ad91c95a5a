package org.coalition.initiatives.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.contribution.Contribution;

/** Of a delivery what never changes: from whom to whom, how much and in which measure; its line only if that is split. */
@MappedSuperclass
abstract class Consignment extends Aggregate {
    @Column(name = "contribution_id")
    private UUID contributionId;

    @Column(name = "initiative_id", updatable = false)
    private UUID initiativeId;

    @Column(updatable = false)
    private String party;

    @Column(updatable = false)
    private String recipient;

    @Column(updatable = false)
    private String currency;

    @Column(updatable = false)
    private String unit;

    @Column(updatable = false)
    private BigDecimal amount;

    protected Consignment() {}

    Consignment(UUID id, Contribution line, PlanDelivery plan, Instant now) {
        super(id, now);
        contributionId = line.id();
        initiativeId = line.initiativeId();
        party = line.party();
        currency = line.currency();
        unit = line.unit();
        recipient = plan.recipient();
        amount = plan.amount();
    }

    @Override
    public UUID streamId() {
        return initiativeId;
    }

    DeliveryEvent moved(Contribution part) {
        if (part == null || !contributionId.equals(part.splitFrom())) {
            throw new RuleViolated(
                    "/contributionId",
                    "no-part",
                    "It is no part of the line of this delivery; see /v1/contributions?splitFrom=" + contributionId);
        }
        UUID from = contributionId;
        contributionId = part.id();
        return new DeliveryEvent.Moved(from, contributionId);
    }

    void requireGivenBy(String by) {
        if (!party().equals(by)) {
            throw new NotAllowed(
                    "Only %s may do this, who gives this delivery; your token speaks for %s.".formatted(party(), by));
        }
    }

    void requireReceivedBy(String by) {
        if (!recipient().equals(by)) {
            throw new NotAllowed("Only %s may do this, who receives this delivery; your token speaks for %s."
                    .formatted(recipient(), by));
        }
    }

    public UUID contributionId() {
        return contributionId;
    }

    public UUID initiativeId() {
        return initiativeId;
    }

    /** Who gives it. */
    public String party() {
        return party;
    }

    public String recipient() {
        return recipient;
    }

    String currency() {
        return currency;
    }

    String unit() {
        return unit;
    }

    BigDecimal amount() {
        return amount;
    }
}
