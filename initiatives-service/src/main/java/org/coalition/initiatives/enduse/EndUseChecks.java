package org.coalition.initiatives.enduse;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.delivery.Deliveries;
import org.coalition.initiatives.initiative.Initiatives;

/** The end-use checks within the initiatives that a caller may know of. */
@Singleton
class EndUseChecks extends ArticleStatements<EndUseCheck, EndUseCheckView> {
    private static final Set<ArticleStatus> CHECKABLE =
            EnumSet.of(ArticleStatus.HELD, ArticleStatus.LOST, ArticleStatus.EXPENDED);

    private final Inventory inventory;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    EndUseChecks(
            Door door,
            Initiatives initiatives,
            Deliveries deliveries,
            Inventory inventory,
            Caller caller,
            Ids ids,
            Clock clock) {
        super(door, "end-use-check", EndUseCheck.class, EndUseCheckView::of, initiatives, deliveries, caller);
        this.inventory = inventory;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    EndUseCheckView record(UUID delivery, RecordEndUseCheck check) {
        return create(() -> EndUseCheck.record(
                ids.next(),
                inventory.take(delivery, "/results/%d/serialNumber", check.serialNumbers(), CHECKABLE),
                check,
                recorder()));
    }

    EndUseCheckView verify(UUID id, IfMatch ifMatch) {
        return change(id, ifMatch, check -> check.verify(recorder()));
    }

    EndUseCheckView reject(UUID id, IfMatch ifMatch, String reason) {
        return change(id, ifMatch, check -> check.reject(reason, recorder()));
    }

    Page<EndUseCheckView> list(EndUseCheckFilter filter, PageQuery query) {
        return page(filter.narrow(listingInSight()), query, EndUseCheckView::of);
    }

    private Recorder recorder() {
        return new Recorder(caller.party(), caller.subject(), caller.roles(), clock.instant());
    }
}
