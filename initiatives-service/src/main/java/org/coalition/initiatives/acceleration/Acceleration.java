package org.coalition.initiatives.acceleration;

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
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.delivery.Delivery;
import org.coalition.initiatives.initiative.Initiative;

/** A request that a delivery is brought forward. Its giver answers; where it offers another day, the asker does. */
@Entity
@Table(name = "acceleration_request")
public class Acceleration extends Aggregate {
    @Column(name = "delivery_id", updatable = false)
    private UUID deliveryId;

    @Column(name = "initiative_id", updatable = false)
    private UUID initiativeId;

    @Column(updatable = false)
    private String party;

    @Column(name = "asked_by", updatable = false)
    private String askedBy;

    @Column(name = "wanted_on", updatable = false)
    private LocalDate wantedOn;

    @Column(updatable = false)
    private String reason;

    @Enumerated(EnumType.STRING)
    private AccelerationStatus status = AccelerationStatus.REQUESTED;

    @Column(name = "countered_on")
    private LocalDate counteredOn;

    @Column(name = "status_reason")
    private String statusReason;

    /** The words of the reason, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected Acceleration() {}

    private Acceleration(UUID id, Delivery delivery, RequestAcceleration wanted, String by, Instant now) {
        super(id, now);
        deliveryId = delivery.id();
        initiativeId = delivery.initiativeId();
        party = delivery.party();
        askedBy = by;
        wantedOn = wanted.wantedOn();
        reason = wanted.reason();
    }

    static Created<Acceleration> request(
            UUID id, Delivery delivery, Initiative initiative, RequestAcceleration wanted, String by, Instant now) {
        if (by.equals(delivery.party()) || !(by.equals(delivery.recipient()) || initiative.isLedBy(by))) {
            throw new NotAllowed(
                    "The recipient (%s) and the lead parties of the initiative ask this, but not who gives;"
                                    .formatted(delivery.recipient())
                            + " your token speaks for %s.".formatted(by));
        }
        delivery.requireUnderway("ask to bring this delivery forward");
        requireEarlier("/wantedOn", wanted.wantedOn(), delivery);
        if (wanted.wantedOn().isBefore(now.atOffset(ZoneOffset.UTC).toLocalDate())) {
            throw new RuleViolated("/wantedOn", "past", "That day has passed.");
        }
        return new Created<>(
                new Acceleration(id, delivery, wanted, by, now),
                new AccelerationEvent.Requested(wanted.wantedOn(), wanted.reason()));
    }

    AccelerationEvent counter(CounterAcceleration offer, Delivery delivery, String by) {
        requireGiver(by);
        become(AccelerationStatus.COUNTERED, "answer this request with another day", offer.reason());
        requireEarlier("/counteredOn", offer.counteredOn(), delivery);
        if (!offer.counteredOn().isAfter(wantedOn)) {
            throw new RuleViolated(
                    "/counteredOn", "not-later", "%s is wanted; accept that instead.".formatted(wantedOn));
        }
        counteredOn = offer.counteredOn();
        return new AccelerationEvent.Countered(counteredOn, offer.reason());
    }

    /** By whoever was asked last: the giver, or after its counter the asker. */
    AccelerationEvent accept(String by) {
        if (status == AccelerationStatus.COUNTERED) {
            requireAsker(by);
        } else {
            requireGiver(by);
        }
        become(AccelerationStatus.ACCEPTED, "accept this request", null);
        return new AccelerationEvent.Accepted(agreedOn(), by);
    }

    AccelerationEvent decline(String why, String by) {
        requireGiver(by);
        become(AccelerationStatus.DECLINED, "decline this request", why);
        return new AccelerationEvent.Declined(why);
    }

    AccelerationEvent withdraw(String by) {
        requireAsker(by);
        become(AccelerationStatus.WITHDRAWN, "withdraw this request", null);
        return new AccelerationEvent.Withdrawn();
    }

    private static void requireEarlier(String pointer, LocalDate day, Delivery delivery) {
        if (!day.isBefore(delivery.promisedOn())) {
            throw new RuleViolated(
                    pointer,
                    "not-earlier",
                    "The delivery is promised for %s; name an earlier day.".formatted(delivery.promisedOn()));
        }
    }

    private void requireGiver(String by) {
        if (!party.equals(by)) {
            throw new NotAllowed(
                    "Only %s may do this, who gives the delivery; your token speaks for %s.".formatted(party, by));
        }
    }

    private void requireAsker(String by) {
        if (!askedBy.equals(by)) {
            throw new NotAllowed("Only %s may do this, who asked; your token speaks for %s.".formatted(askedBy, by));
        }
    }

    private void become(AccelerationStatus next, String what, String why) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
        statusReason = why;
    }

    @Override
    public UUID streamId() {
        return initiativeId;
    }

    /** The day that is on the table, or was agreed on. */
    LocalDate agreedOn() {
        return counteredOn == null ? wantedOn : counteredOn;
    }

    UUID deliveryId() {
        return deliveryId;
    }

    UUID initiativeId() {
        return initiativeId;
    }

    String party() {
        return party;
    }

    String askedBy() {
        return askedBy;
    }

    LocalDate wantedOn() {
        return wantedOn;
    }

    String reason() {
        return reason;
    }

    AccelerationStatus status() {
        return status;
    }

    LocalDate counteredOn() {
        return counteredOn;
    }

    String statusReason() {
        return statusReason;
    }
}
