package org.coalition.initiatives.delivery;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.web.IfMatch;
import org.coalition.initiatives.contribution.Ledgers;
import org.coalition.initiatives.contribution.Receipt;

/** What a recipient confirms or returns stands in the ledger of the line as well, or nowhere. The line is locked first. */
@Singleton
class Receiving {
    private final Door door;
    private final Deliveries deliveries;
    private final Ledgers ledgers;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Receiving(Door door, Deliveries deliveries, Ledgers ledgers, Caller caller, Ids ids, Clock clock) {
        this.door = door;
        this.deliveries = deliveries;
        this.ledgers = ledgers;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    DeliveryView confirm(UUID id, IfMatch ifMatch, ConfirmReceipt receipt) {
        UUID entry = ids.next();
        return door.together(() -> {
            deliveries.holdLineOf(id);
            DeliveryView confirmed = deliveries.change(
                    id,
                    ifMatch,
                    (delivery, initiative) -> delivery.confirm(receipt, entry, caller.party(), clock.instant()));
            post(confirmed, receipt.exceptionReason());
            return confirmed;
        });
    }

    /** The ledger takes back whole entries only: that of the receipt is reversed, and another stands over what is still kept. */
    DeliveryView takeBack(UUID id, IfMatch ifMatch, ReturnGoods goods) {
        UUID reversal = ids.next();
        UUID entry = ids.next();
        return door.together(() -> {
            deliveries.holdLineOf(id);
            UUID before = deliveries.entryOf(id);
            DeliveryView returned = deliveries.change(
                    id,
                    ifMatch,
                    (delivery, initiative) -> delivery.takeBack(goods, entry, caller.party(), clock.instant()));
            ledgers.reverseDelivery(returned.contributionId(), before, reversal, goods.reason());
            post(returned, goods.exceptionReason());
            return returned;
        });
    }

    private void post(DeliveryView delivery, String exceptionReason) {
        ReceiptView receipt = delivery.receipt();
        if (receipt.ledgerEntryId() != null) {
            ledgers.postDelivery(
                    delivery.contributionId(),
                    new Receipt(
                            receipt.ledgerEntryId(),
                            receipt.kept(),
                            receipt.at().atOffset(ZoneOffset.UTC).toLocalDate(),
                            delivery.path(),
                            exceptionReason));
        }
    }
}
