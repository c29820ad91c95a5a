package org.coalition.initiatives.delivery;

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
import java.time.ZoneOffset;
import java.util.UUID;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.initiatives.contribution.Contribution;

/**
 * Goods or services on their way from a party to a recipient. The party moves it from hand to hand and keeps its promise; that
 * it has arrived, only the recipient says.
 */
@Entity
@Table(name = "delivery")
public class Delivery extends Consignment {
    private String description;

    @Enumerated(EnumType.STRING)
    private DeliveryStage stage = DeliveryStage.READY;

    @Column(name = "stage_reason")
    private String stageReason;

    @Embedded
    private Custody custody;

    @Embedded
    private Promise promise;

    @Embedded
    private Articles articles;

    @Embedded
    private Arrival arrival;

    /** Only queries read it. */
    @Embedded
    @SuppressWarnings("unused")
    private Pace pace;

    @Column(name = "late_announced_for")
    private LocalDate lateAnnouncedFor;

    /** The words of the description, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected Delivery() {}

    private Delivery(UUID id, Contribution line, PlanDelivery plan, String by, Instant now) {
        super(id, line, plan, now);
        description = plan.description();
        custody = Custody.begin(plan, plan.amount(), by, now);
        promise = Promise.first(plan.promisedOn());
        articles = Articles.of(plan.articles());
    }

    static Created<Delivery> plan(UUID id, Contribution line, PlanDelivery plan, String by, Instant now) {
        return new Created<>(new Delivery(id, line, plan, by, now), new DeliveryEvent.Planned());
    }

    DeliveryEvent revise(ReviseDelivery revision, String by) {
        requireGivenBy(by);
        if (stage != DeliveryStage.READY) {
            throw new IllegalTransition("revise this delivery", stage, stage.next());
        }
        description = revision.description();
        articles = Articles.of(revision.articles());
        return new DeliveryEvent.Revised();
    }

    /** @param part of the line under which it is; null if there is none that the caller may know of */
    DeliveryEvent moveTo(Contribution part, String by) {
        requireGivenBy(by);
        if (!stage.isPending()) {
            throw new IllegalTransition("move this delivery to another line", stage, stage.next());
        }
        return moved(part);
    }

    DeliveryEvent dispatch(RecordStage reached, String by, Instant now) {
        reach(DeliveryStage.DISPATCHED, "dispatch this delivery", reached, by, now);
        return new DeliveryEvent.Dispatched(reached.at());
    }

    DeliveryEvent arriveAtHub(RecordStage reached, String by, Instant now) {
        reach(DeliveryStage.AT_HUB, "record that this delivery is at a hub", reached, by, now);
        return new DeliveryEvent.ReachedHub(reached.at());
    }

    DeliveryEvent handOver(RecordStage reached, String by, Instant now) {
        reach(DeliveryStage.HANDED_OVER, "hand this delivery over", reached, by, now);
        return new DeliveryEvent.HandedOver(reached.at(), custody.handedOver());
    }

    /** @param entry the id that the ledger entry over it gets, if anything is kept */
    DeliveryEvent confirm(ConfirmReceipt receipt, UUID entry, String by, Instant now) {
        requireReceivedBy(by);
        become(DeliveryStage.RECEIPT_CONFIRMED, "confirm the receipt of this delivery", null);
        custody.requireAfterLast(receipt.at(), now);
        arrival = Arrival.of(receipt, custody.handedOver(), entry, by, now);
        articles = articles.receivedBut(receipt.notReceived());
        return new DeliveryEvent.ReceiptConfirmed(receipt.at(), arrival.kept(), arrival.entryId());
    }

    /** @param entry the id that the ledger entry over what is still kept gets, if anything is */
    DeliveryEvent takeBack(ReturnGoods goods, UUID entry, String by, Instant now) {
        requireReceivedBy(by);
        if (stage != DeliveryStage.RECEIPT_CONFIRMED) {
            throw new IllegalTransition("return goods of this delivery", stage, stage.next());
        }
        arrival = arrival.returning(goods, entry, by, now);
        articles = articles.returned(goods.serialNumbers());
        return new DeliveryEvent.GoodsReturned(
                goods.at(), goods.amount(), arrival.kept(), arrival.entryId(), goods.reason());
    }

    DeliveryEvent cancel(String reason, String by) {
        requireGivenBy(by);
        become(DeliveryStage.CANCELLED, "cancel this delivery", reason);
        articles = articles.unlisted();
        return new DeliveryEvent.Cancelled(reason);
    }

    DeliveryEvent revisePromise(RevisePromise revision, String by, Instant now) {
        requireGivenBy(by);
        requireUnderway("promise another day for this delivery");
        LocalDate from = promise.promisedOn();
        promise = promise.revised(new PromiseRevision(from, revision.promisedOn(), revision.reason(), null, by, now));
        return new DeliveryEvent.PromiseRevised(from, revision.promisedOn(), revision.reason());
    }

    /** Promises the earlier day on which both sides have agreed. */
    DeliveryEvent bringForward(LocalDate to, String reason, UUID request, Instant now) {
        requireUnderway("bring this delivery forward");
        LocalDate from = promise.promisedOn();
        if (!to.isBefore(from)) {
            throw new Conflict("%s is promised by now, which is not later than %s.".formatted(from, to));
        }
        promise = promise.revised(new PromiseRevision(from, to, reason, request, party(), now));
        return new DeliveryEvent.BroughtForward(from, to, request);
    }

    /** Announces that the promised day has passed; nothing if it has not, or if that was announced for this day already. */
    DeliveryEvent announceLate(Instant now) {
        LocalDate promisedOn = promise.promisedOn();
        if (isOverdue(now.atOffset(ZoneOffset.UTC).toLocalDate())) {
            lateAnnouncedFor = promisedOn;
        }
        Instant passed = promisedOn.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new DeliveryEvent.BecameLate(promisedOn, passed.isBefore(createdAt()) ? createdAt() : passed);
    }

    /** Whether it is still to be received, and the promised day has passed. */
    boolean isOverdue(LocalDate today) {
        return stage.isPending() && promise.promisedOn().isBefore(today);
    }

    /** Lets pass as long as the contributing party has it. */
    public void requireUnderway(String what) {
        if (!stage.isUnderway()) {
            throw new IllegalTransition(what, stage, stage.next());
        }
    }

    private void reach(DeliveryStage next, String what, RecordStage reached, String by, Instant now) {
        requireGivenBy(by);
        become(next, what, null);
        custody = custody.reach(next, reached, by, now);
    }

    private void become(DeliveryStage next, String what, String reason) {
        if (!stage.next().contains(next)) {
            throw new IllegalTransition(what, stage, stage.next());
        }
        stage = next;
        stageReason = reason;
    }

    public LocalDate promisedOn() {
        return promise.promisedOn();
    }

    ReviseDelivery revisable() {
        return new ReviseDelivery(description, articles.terms());
    }

    public String description() {
        return description;
    }

    public DeliveryStage stage() {
        return stage;
    }

    String stageReason() {
        return stageReason;
    }

    Custody custody() {
        return custody;
    }

    Promise promise() {
        return promise;
    }

    Articles articles() {
        return articles;
    }

    /** Null until its receipt is confirmed. */
    Arrival arrival() {
        return arrival;
    }
}
