package org.coalition.initiatives.transfer;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.delivery.Deliveries;
import org.coalition.initiatives.enduse.ArticleStatements;
import org.coalition.initiatives.enduse.ArticleStatus;
import org.coalition.initiatives.enduse.Batch;
import org.coalition.initiatives.enduse.Inventory;
import org.coalition.initiatives.initiative.Initiatives;
import org.coalition.initiatives.mandate.KnownParties;

/** The third-party transfers within the initiatives that a caller may know of. */
@Singleton
class Transfers extends ArticleStatements<Transfer, TransferView> {
    private final Inventory inventory;
    private final KnownParties parties;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Transfers(
            Door door,
            Initiatives initiatives,
            Deliveries deliveries,
            Inventory inventory,
            KnownParties parties,
            Caller caller,
            Ids ids,
            Clock clock) {
        super(door, "transfer", Transfer.class, TransferView::of, initiatives, deliveries, caller);
        this.inventory = inventory;
        this.parties = parties;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    TransferView request(UUID delivery, RequestTransfer wanted) {
        return create(() -> {
            Batch batch = inventory.take(
                    delivery, "/serialNumbers/%d", wanted.serialNumbers(), EnumSet.of(ArticleStatus.HELD));
            parties.requireKnown(Map.of("/to", wanted.to()));
            if (isAnySaid(batch, "status in (REQUESTED, AUTHORISED)")) {
                throw new Conflict(
                        "One of these articles is to be handed on already, see /v1/transfers?deliveryId=" + delivery);
            }
            return Transfer.request(ids.next(), batch, wanted, caller.party(), clock.instant());
        });
    }

    /** What was lost, used up or returned since the authorisation is not handed on. */
    TransferView complete(UUID id, IfMatch ifMatch, RecordTransfer made) {
        return change(id, ifMatch, transfer -> {
            if (transfer.status() == TransferStatus.AUTHORISED
                    && !inventory.areHeld(transfer.deliveryId(), transfer.serialNumbers())) {
                throw new Conflict("Not all of these articles are held any more; withdraw this transfer.");
            }
            return transfer.complete(made.transferredOn(), caller.party(), clock.instant());
        });
    }

    Page<TransferView> list(TransferFilter filter, PageQuery query) {
        return page(filter.narrow(listingInSight()), query, TransferView::of);
    }
}
