package org.coalition.initiatives.rate;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;

/** The table of exchange rates: public, as everybody must be able to check a total. */
@Singleton
class ExchangeRates extends Aggregates<ExchangeRate, ExchangeRateView> {
    private static final Audience EVERYBODY = Audience.of(Visibility.PUBLIC, List.of(), List.of());

    private final Ids ids;
    private final Clock clock;

    ExchangeRates(Door door, Ids ids, Clock clock) {
        super(door, "exchange-rate", ExchangeRate.class, ExchangeRateView::of);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    protected Audience audience(ExchangeRate rate) {
        return EVERYBODY;
    }

    @Override
    protected Listing listingInSight() {
        return all();
    }

    Page<ExchangeRateView> list(ExchangeRateFilter filter, PageQuery query) {
        return page(filter.narrow(all()).sortable("on", "e.day"), query, ExchangeRateView::of);
    }

    private static Listing all() {
        return Listing.from("ExchangeRate e");
    }

    /** The look for the last one locks the table, before the clock is read: so totals know that a rate is on its way. */
    ExchangeRateView add(RecordRate record) {
        return create(() -> {
            ExchangeRate last = last(record);
            return ExchangeRate.record(ids.next(), record, last, clock.instant());
        });
    }

    private ExchangeRate last(RecordRate record) {
        return find(
                        "lower = least(?1, ?2) and upper = greatest(?1, ?2) and day = ?3 order by number desc",
                        record.base(),
                        record.quote(),
                        record.on())
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResult();
    }
}
