package org.coalition.initiatives.indicator;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Initiatives;

/** The indicators of the initiatives that a caller may know of. */
@Singleton
public class Indicators extends Aggregates<Indicator, IndicatorView> {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Initiatives initiatives;
    private final Caller caller;
    private final Clock clock;

    Indicators(Door door, Initiatives initiatives, Caller caller, Clock clock) {
        super(door, "indicator", Indicator.class, indicator -> IndicatorView.of(indicator, clock.instant()));
        this.initiatives = initiatives;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    protected Audience audience(Indicator indicator) {
        return initiatives.audienceOf(indicator.initiativeId());
    }

    @Override
    protected Listing listingInSight() {
        return Initiatives.listingWithin("Indicator e", caller);
    }

    @Override
    protected List<Indicator> belongingTo(UUID initiative) {
        return list("initiativeId", initiative);
    }

    @Override
    protected void holdRootOf(UUID indicator) {
        reference(indicator, "initiativeId").ifPresent(initiatives::hold);
    }

    /** A change under the rules of the initiative, which stays as it is until the change is made. */
    IndicatorView change(UUID id, IfMatch ifMatch, BiFunction<Indicator, Initiative, DomainEvent> verb) {
        return change(id, ifMatch, found -> verb.apply(found, initiatives.held(found.initiativeId())));
    }

    Page<IndicatorView> list(IndicatorFilter filter, PageQuery query) {
        Instant now = clock.instant();
        return page(filter.narrow(listingInSight()), query, indicator -> IndicatorView.of(indicator, now));
    }

    /** All that was recorded of an indicator, in the order of recording. */
    Page<ActualView> actuals(UUID id, PageQuery query) {
        requireVisible(id);
        List<ActualView> following = find(
                        "select a from Actual a where a.indicator.id = ?1 and a.number > ?2 order by a.number",
                        id,
                        numberOf(query.afterId(), id))
                .project(Actual.class)
                .range(0, query.fetch() - 1)
                .stream()
                .map(ActualView::of)
                .toList();
        return Page.of(following, query, actual -> actual.id().toString());
    }

    /** The place of an actual; 0 for the smallest id, which is that before all of them. */
    private int numberOf(UUID actual, UUID id) {
        return actual.equals(BEFORE_ALL)
                ? 0
                : find("select a from Actual a where a.indicator.id = ?1 and a.id = ?2", id, actual)
                        .project(Actual.class)
                        .firstResultOptional()
                        .map(Actual::number)
                        .orElseThrow(() -> new Malformed(Fault.in(
                                "cursor", "foreign-cursor", "The cursor is not one that this indicator gave out.")));
    }

    /** The indicators of these initiatives, of which the caller may know; in the order of creation. */
    public List<Indicator> of(Collection<UUID> initiatives, int most) {
        return find("initiativeId in ?1 order by id", initiatives)
                .range(0, most - 1)
                .list();
    }

    /** The same as they are shown now. */
    public List<IndicatorView> viewsOf(Collection<UUID> initiatives, int most) {
        Instant now = clock.instant();
        return of(initiatives, most).stream()
                .map(indicator -> IndicatorView.of(indicator, now))
                .toList();
    }

    /** An indicator that the caller may know of; null if there is none. */
    public Indicator visibleOrNull(UUID id) {
        return isVisible(id) ? findById(id) : null;
    }
}
