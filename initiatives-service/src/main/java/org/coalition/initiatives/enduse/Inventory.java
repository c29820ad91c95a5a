package org.coalition.initiatives.enduse;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.delivery.Deliveries;
import org.coalition.initiatives.delivery.Delivery;
import org.coalition.initiatives.initiative.Initiatives;

/** The articles that have arrived, within the initiatives that a caller may know of. */
@Singleton
public class Inventory {
    private final Deliveries deliveries;
    private final Caller caller;
    private final Clock clock;

    Inventory(Deliveries deliveries, Caller caller, Clock clock) {
        this.deliveries = deliveries;
        this.caller = caller;
        this.clock = clock;
    }

    Page<ArticleView> list(ArticleScope scope, ArticleFilter filter, PageQuery query) {
        LocalDate today = today();
        return deliveries.page(
                ArticleRow.SELECT,
                filter.narrow(scope.narrow(visible()), today),
                query,
                ArticleRow.class,
                ArticleRow::id,
                row -> ArticleView.of(row, today));
    }

    /** A listing of the articles {@code e} that the caller may know of, with their initiatives {@code i}. */
    Listing visible() {
        return Initiatives.listingWithin("MonitoredArticle e", caller);
    }

    /**
     * Some articles of a delivery, which is locked first: whoever says something of its articles takes turns.
     *
     * @param pointer where the serial numbers stand in the request, with a place for the index
     * @param serialNumbers of one holder, each once
     * @param sayable the states of which it can be said
     * @throws RuleViolated 422 naming the first that is not such an article
     */
    public Batch take(UUID id, String pointer, List<String> serialNumbers, Set<ArticleStatus> sayable) {
        Delivery delivery = deliveries.heldAlone(id);
        Map<String, ArticleRow> known = rows(id, serialNumbers).stream()
                .collect(Collectors.toMap(ArticleRow::serialNumber, Function.identity()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < serialNumbers.size(); i++) {
            ArticleRow row = known.get(serialNumbers.get(i));
            String place = pointer.formatted(i);
            require(row != null, place, "unknown-article", "No article with this serial number came by this delivery.");
            require(seen.add(row.serialNumber()), place, "duplicate", "It is named twice; name each once.");
            require(
                    sayable.contains(row.status()),
                    place,
                    "not-held",
                    "This article is %s; that can only be said of one that is %s.".formatted(row.status(), sayable));
            require(
                    row.holder().equals(known.get(serialNumbers.get(0)).holder()),
                    place,
                    "other-holder",
                    "The articles have several holders; name those of one at a time.");
        }
        ArticleRow first = known.get(serialNumbers.get(0));
        return new Batch(
                id, delivery.initiativeId(), delivery.party(), first.holder(), first.arrivedOn(), serialNumbers);
    }

    /** Whether all of these articles of a delivery, which is locked, are with their holders. */
    public boolean areHeld(UUID delivery, List<String> serialNumbers) {
        return rows(delivery, serialNumbers).stream()
                        .filter(row -> row.status() == ArticleStatus.HELD)
                        .count()
                == serialNumbers.size();
    }

    private List<ArticleRow> rows(UUID delivery, List<String> serialNumbers) {
        return deliveries.rows(
                ArticleRow.SELECT,
                Listing.from("MonitoredArticle e")
                        .and("e.deliveryId = :delivery", "delivery", delivery)
                        .and("e.serialNumber in :serials", "serials", serialNumbers),
                ArticleRow.class,
                serialNumbers.size());
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static void require(boolean kept, String pointer, String code, String detail) {
        if (!kept) {
            throw new RuleViolated(pointer, code, detail);
        }
    }
}
