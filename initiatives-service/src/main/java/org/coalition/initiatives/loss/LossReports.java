package org.coalition.initiatives.loss;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.delivery.Deliveries;
import org.coalition.initiatives.enduse.ArticleStatements;
import org.coalition.initiatives.enduse.ArticleStatus;
import org.coalition.initiatives.enduse.Batch;
import org.coalition.initiatives.enduse.Inventory;
import org.coalition.initiatives.initiative.Initiatives;

/** The loss reports within the initiatives that a caller may know of. */
@Singleton
class LossReports extends ArticleStatements<LossReport, LossReportView> {
    private static final Set<ArticleStatus> REPORTABLE = EnumSet.of(ArticleStatus.HELD, ArticleStatus.LOST);

    private final Inventory inventory;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    LossReports(
            Door door,
            Initiatives initiatives,
            Deliveries deliveries,
            Inventory inventory,
            Caller caller,
            Ids ids,
            Clock clock) {
        super(door, "loss-report", LossReport.class, LossReportView::of, initiatives, deliveries, caller);
        this.inventory = inventory;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Also of what a check has found to be lost; but once. */
    LossReportView file(UUID delivery, ReportLoss report) {
        return create(() -> {
            Batch batch = inventory.take(delivery, "/serialNumbers/%d", report.serialNumbers(), REPORTABLE);
            if (isAnySaid(batch, "status in (REPORTED, ACKNOWLEDGED)")) {
                throw new Conflict("One of these articles is reported as lost already, see"
                        + " /v1/loss-reports?deliveryId=" + delivery);
            }
            return LossReport.file(ids.next(), batch, report, caller.party(), clock.instant());
        });
    }

    Page<LossReportView> list(LossReportFilter filter, PageQuery query) {
        return page(filter.narrow(listingInSight()), query, LossReportView::of);
    }
}
