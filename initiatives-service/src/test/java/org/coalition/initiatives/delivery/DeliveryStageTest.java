package org.coalition.initiatives.delivery;

import static org.coalition.initiatives.delivery.DeliveryStage.AT_HUB;
import static org.coalition.initiatives.delivery.DeliveryStage.CANCELLED;
import static org.coalition.initiatives.delivery.DeliveryStage.DISPATCHED;
import static org.coalition.initiatives.delivery.DeliveryStage.HANDED_OVER;
import static org.coalition.initiatives.delivery.DeliveryStage.READY;
import static org.coalition.initiatives.delivery.DeliveryStage.RECEIPT_CONFIRMED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveryStageTest {
    /** From and to, as the domain has them. */
    private static final Set<List<DeliveryStage>> ARROWS = Set.of(
            List.of(READY, DISPATCHED),
            List.of(DISPATCHED, AT_HUB),
            List.of(DISPATCHED, HANDED_OVER),
            List.of(AT_HUB, HANDED_OVER),
            List.of(HANDED_OVER, RECEIPT_CONFIRMED),
            List.of(READY, CANCELLED),
            List.of(DISPATCHED, CANCELLED),
            List.of(AT_HUB, CANCELLED));

    @Test
    void theTableHasTheArrowsOfTheDomainAndNoOthers() {
        for (DeliveryStage from : DeliveryStage.values()) {
            for (DeliveryStage to : DeliveryStage.values()) {
                assertEquals(ARROWS.contains(List.of(from, to)), from.next().contains(to), from + " to " + to);
            }
        }
    }

    @Test
    void aReceiptIsToComeUntilItIsConfirmedOrTheDeliveryCancelled() {
        for (DeliveryStage stage : DeliveryStage.values()) {
            assertEquals(stage != RECEIPT_CONFIRMED && stage != CANCELLED, stage.isPending(), stage.name());
            assertEquals(stage.isPending() && stage != HANDED_OVER, stage.isUnderway(), stage.name());
        }
    }
}
