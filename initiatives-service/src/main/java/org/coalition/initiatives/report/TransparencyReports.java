package org.coalition.initiatives.report;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;

/** The published transparency reports: public, and frozen. */
@Singleton
class TransparencyReports extends Aggregates<TransparencyReport, TransparencyReportView> {
    private static final Audience EVERYBODY = Audience.of(Visibility.PUBLIC, List.of(), List.of());
    private static final int MOST_FIGURES = 1_000;

    private final Totals totals;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    TransparencyReports(Door door, Totals totals, Caller caller, Ids ids, Clock clock) {
        super(door, "transparency-report", TransparencyReport.class, TransparencyReportView::of);
        this.totals = totals;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    protected Audience audience(TransparencyReport report) {
        return EVERYBODY;
    }

    @Override
    protected Listing listingInSight() {
        return all();
    }

    Page<TransparencyReportSummary> list(String quarter, PageQuery query) {
        return page(all().and("e.quarter = :quarter", "quarter", quarter), query, TransparencyReportSummary::of);
    }

    private static Listing all() {
        return Listing.from("TransparencyReport e");
    }

    /** Adds up the figures of a quarter and publishes them, as an edition more. */
    TransparencyReportView publish(PublishTransparencyReport wanted) {
        Quarter quarter = new Quarter(wanted.quarter());
        quarter.requireOver(clock.instant());
        return create(() -> {
            Instant asOf = totals.settled();
            return TransparencyReport.publish(
                    ids.next(),
                    wanted,
                    lastEdition(quarter),
                    asOf,
                    snapshot(quarter, asOf),
                    caller.subject(),
                    clock.instant());
        });
    }

    private int lastEdition(Quarter quarter) {
        return find("quarter = ?1 order by edition desc", quarter.name())
                .firstResultOptional()
                .map(TransparencyReport::edition)
                .orElse(0);
    }

    private Snapshot snapshot(Quarter quarter, Instant asOf) {
        TotalsFilter filter = TotalsFilter.between(quarter.first(), quarter.last());
        List<Figures> rows = totals.publicFigures(filter, asOf, MOST_FIGURES + 1);
        return new Snapshot(
                Totals.COUNTS,
                rows.size() <= MOST_FIGURES,
                rows.stream()
                        .limit(MOST_FIGURES)
                        .map(row -> ReportedFigures.of(row, filter, asOf))
                        .toList(),
                totals.withheld(filter, asOf));
    }
}
