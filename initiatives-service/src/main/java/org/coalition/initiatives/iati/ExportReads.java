package org.coalition.initiatives.iati;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.contribution.Contributions;
import org.coalition.initiatives.delivery.Deliveries;
import org.coalition.initiatives.iati.ExportFigures.End;
import org.coalition.initiatives.iati.ExportFigures.Size;
import org.coalition.initiatives.indicator.IndicatorView;
import org.coalition.initiatives.indicator.Indicators;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.milestone.Milestones;

/** All that is told of a page of initiatives, each kind of thing by one statement. Of a line that was split its parts are told. */
@Singleton
class ExportReads {
    /** How many lines and entries a page has, unless a single initiative has more. */
    private static final long MOST = 20_000;

    private static final String OF_THESE = "e.initiativeId in :ids";

    private final Contributions contributions;
    private final Deliveries deliveries;
    private final Indicators indicators;
    private final Milestones milestones;
    private final Sources sources;

    ExportReads(
            Contributions contributions,
            Deliveries deliveries,
            Indicators indicators,
            Milestones milestones,
            Sources sources) {
        this.contributions = contributions;
        this.deliveries = deliveries;
        this.indicators = indicators;
        this.milestones = milestones;
        this.sources = sources;
    }

    /** Ends a page earlier where its ledgers come to too much for one document. */
    Page<Initiative> bounded(Page<Initiative> page, PageQuery query) {
        Map<UUID, Size> sizes =
                contributions.figures(Size.SELECT, "e.initiativeId", lines(ids(page.items())), Size.class).stream()
                        .collect(toMap(Size::initiativeId, Function.identity()));
        long sum = 0;
        for (int i = 0; i < page.items().size(); i++) {
            Size size = sizes.get(page.items().get(i).id());
            sum += size == null ? 0 : size.lines() + size.entries();
            if (sum > MOST && i > 0) {
                return page.endedAfter(i, query, initiative -> initiative.id().toString());
            }
        }
        return page;
    }

    /** In their order. */
    List<ExportActivity> of(List<Initiative> initiatives) {
        List<UUID> ids = ids(initiatives);
        Map<UUID, List<ExportLine>> lines =
                contributions.rows(ExportLine.SELECT, lines(ids), ExportLine.class, Integer.MAX_VALUE).stream()
                        .collect(groupingBy(ExportLine::initiativeId));
        Map<UUID, List<ExportEntry>> entries =
                contributions
                        .rows(ExportEntry.SELECT, entries(ids), "e.id, l.number", ExportEntry.class, Integer.MAX_VALUE)
                        .stream()
                        .collect(groupingBy(ExportEntry::lineId));
        Map<UUID, List<ExportDelivery>> underway =
                deliveries.rows(ExportDelivery.SELECT, pending(ids), ExportDelivery.class, Integer.MAX_VALUE).stream()
                        .collect(groupingBy(ExportDelivery::lineId));
        Map<UUID, List<IndicatorView>> measured =
                indicators.viewsOf(ids, Integer.MAX_VALUE).stream().collect(groupingBy(IndicatorView::initiativeId));
        Map<UUID, LocalDate> ends = milestones
                .figures(
                        End.SELECT,
                        "e.initiativeId",
                        Listing.from("Milestone e").and(OF_THESE, "ids", ids),
                        End.class)
                .stream()
                .collect(toMap(End::initiativeId, End::dueOn));
        Map<UUID, Source> imported = sources.of(ids);
        return initiatives.stream()
                .map(initiative -> new ExportActivity(
                        initiative,
                        lines.getOrDefault(initiative.id(), List.of()),
                        entries,
                        underway,
                        measured.getOrDefault(initiative.id(), List.of()),
                        ends.get(initiative.id()),
                        imported.get(initiative.id())))
                .toList();
    }

    private static List<UUID> ids(List<Initiative> initiatives) {
        return initiatives.stream().map(Initiative::id).toList();
    }

    private static Listing lines(List<UUID> initiatives) {
        return Listing.from("Contribution e").and(OF_THESE, "ids", initiatives).and("e.splitAt is null");
    }

    private static Listing entries(List<UUID> initiatives) {
        return Listing.from("LedgerEntry l join l.contribution e")
                .and(OF_THESE, "ids", initiatives)
                .and("e.splitAt is null and e.currency is not null");
    }

    private static Listing pending(List<UUID> initiatives) {
        return Listing.from("Delivery e")
                .and(OF_THESE, "ids", initiatives)
                .and("e.currency is not null and e.stage in (READY, DISPATCHED, AT_HUB, HANDED_OVER)");
    }
}
