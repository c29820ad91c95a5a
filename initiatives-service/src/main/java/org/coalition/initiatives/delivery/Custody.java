package org.coalition.initiatives.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coalition.defaults.problem.RuleViolated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** From hand to hand: what was recorded of each stage up to the hand-over, and its time once more for the reports. */
@Embeddable
record Custody(
        @JdbcTypeCode(SqlTypes.JSON) @Column(name = "custody")
        List<CustodyStage> stages,

        @Column(name = "ready_at") Instant readyAt,

        @Column(name = "dispatched_at") Instant dispatchedAt,

        @Column(name = "at_hub_at") Instant atHubAt,

        @Column(name = "handed_over_at") Instant handedOverAt,

        @Column(name = "handed_over") BigDecimal handedOver) {

    static Custody begin(PlanDelivery plan, BigDecimal amount, String by, Instant now) {
        Instant at = plan.readyAt() == null ? now : plan.readyAt();
        requirePast("/readyAt", at, now);
        CustodyStage ready = new CustodyStage(DeliveryStage.READY, plan.place(), at, amount, plan.document(), now, by);
        return new Custody(List.of(ready), at, null, null, null, null);
    }

    /** With one more stage, which hands on no more than the last one had, and not before it. */
    Custody reach(DeliveryStage stage, RecordStage reached, String by, Instant now) {
        CustodyStage last = last();
        requireAfterLast(reached.at(), now);
        BigDecimal amount = reached.amount() == null ? last.amount() : reached.amount();
        if (amount.compareTo(last.amount()) > 0) {
            throw new RuleViolated(
                    "/amount",
                    "more-than-before",
                    "The last stage had %s; no more can be handed on.".formatted(plain(last.amount())));
        }
        List<CustodyStage> more = new ArrayList<>(stages);
        more.add(new CustodyStage(stage, reached.place(), reached.at(), amount, reached.document(), now, by));
        boolean handsOver = stage == DeliveryStage.HANDED_OVER;
        return new Custody(
                List.copyOf(more),
                readyAt,
                stage == DeliveryStage.DISPATCHED ? reached.at() : dispatchedAt,
                stage == DeliveryStage.AT_HUB ? reached.at() : atHubAt,
                handsOver ? reached.at() : handedOverAt,
                handsOver ? amount : handedOver);
    }

    /** Lets pass a time at which the next stage can have been reached. */
    void requireAfterLast(Instant at, Instant now) {
        requirePast("/at", at, now);
        if (at.isBefore(last().at())) {
            throw new RuleViolated(
                    "/at",
                    "before-last-stage",
                    "The last stage, %s, was reached at %s.".formatted(last().stage(), last().at()));
        }
    }

    private CustodyStage last() {
        return stages.get(stages.size() - 1);
    }

    static void requirePast(String pointer, Instant at, Instant now) {
        if (at.isAfter(now)) {
            throw new RuleViolated(pointer, "still-to-come", "Record it when it has happened.");
        }
    }

    static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
