package org.coalition.initiatives.need;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.contribution.Quantity;

/** A party's reply to a need, which the recipient accepts in part or whole. Its unit is that of the need. */
@Entity
@Table(name = "offer")
public class Offer extends Aggregate {
    @Column(name = "need_id", updatable = false)
    private UUID needId;

    @Column(updatable = false)
    private String party;

    @Column(updatable = false)
    private BigDecimal quantity;

    @Column(name = "available_from", updatable = false)
    private LocalDate availableFrom;

    @Column(name = "contribution_id", updatable = false)
    private UUID contributionId;

    @Column(updatable = false)
    private String note;

    @Enumerated(EnumType.STRING)
    private OfferStatus status = OfferStatus.OFFERED;

    @Column(name = "status_reason")
    private String statusReason;

    private BigDecimal accepted;

    protected Offer() {}

    private Offer(UUID id, Need need, MakeOffer offer, String party, Instant now) {
        super(id, now);
        this.party = party;
        needId = need.id();
        quantity = offer.quantity().value();
        availableFrom = offer.availableFrom();
        contributionId = offer.contributionId();
        note = offer.note();
    }

    static Created<Offer> make(UUID id, Need need, MakeOffer offer, String by, Instant now) {
        need.requireOfAnother(by);
        need.requireTakesOffers("make an offer to this need");
        requireUnit(offer.quantity(), need);
        return new Created<>(new Offer(id, need, offer, by, now), new OfferEvent.Made());
    }

    /** @param part what of it; null for all of it */
    OfferEvent accept(Quantity part, Need need, String by) {
        need.requireOf(by);
        become(OfferStatus.ACCEPTED, "accept this offer", null);
        if (part != null) {
            requireUnit(part, need);
        }
        accepted = part == null ? quantity : part.value();
        if (accepted.compareTo(quantity) > 0) {
            throw new RuleViolated(
                    "/quantity/value",
                    "more-than-offered",
                    "%s %s are offered; accept no more than that.".formatted(quantity.toPlainString(), need.unit()));
        }
        return new OfferEvent.Accepted();
    }

    OfferEvent decline(String reason, Need need, String by) {
        need.requireOf(by);
        become(OfferStatus.DECLINED, "decline this offer", reason);
        return new OfferEvent.Declined(reason);
    }

    OfferEvent withdraw(String reason, String by) {
        if (!party.equals(by)) {
            throw new NotAllowed(
                    "Only %s may do this, whose offer it is; your token speaks for %s.".formatted(party, by));
        }
        become(OfferStatus.WITHDRAWN, "withdraw this offer", reason);
        return new OfferEvent.Withdrawn(reason);
    }

    private static void requireUnit(Quantity quantity, Need need) {
        if (!quantity.unit().equals(need.unit())) {
            throw new RuleViolated(
                    "/quantity/unit", "other-unit", "What is needed is counted in %s.".formatted(need.unit()));
        }
    }

    private void become(OfferStatus next, String what, String reason) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
        statusReason = reason;
    }

    /** What of it was accepted, in the unit of its need. */
    Quantity acceptedOf(Need need) {
        return new Quantity(accepted, need.unit());
    }

    @Override
    public UUID streamId() {
        return needId;
    }

    UUID needId() {
        return needId;
    }

    String party() {
        return party;
    }

    BigDecimal quantity() {
        return quantity;
    }

    LocalDate availableFrom() {
        return availableFrom;
    }

    UUID contributionId() {
        return contributionId;
    }

    String note() {
        return note;
    }

    OfferStatus status() {
        return status;
    }

    String statusReason() {
        return statusReason;
    }

    BigDecimal accepted() {
        return accepted;
    }
}
