package org.coalition.initiatives.contribution;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Initiatives;

/** The contributions to the initiatives that a caller may know of. */
@Singleton
public class Contributions extends Aggregates<Contribution, ContributionView> {
    private final Initiatives initiatives;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Contributions(Door door, Initiatives initiatives, Caller caller, Ids ids, Clock clock) {
        super(door, "contribution", Contribution.class, ContributionView::of);
        this.initiatives = initiatives;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    protected Audience audience(Contribution contribution) {
        return initiatives.audienceOf(contribution.initiativeId());
    }

    @Override
    protected Listing listingInSight() {
        return Initiatives.listingWithin("Contribution e", caller);
    }

    @Override
    protected List<Contribution> belongingTo(UUID initiative) {
        return list("initiativeId", initiative);
    }

    @Override
    protected void holdRootOf(UUID contribution) {
        reference(contribution, "initiativeId").ifPresent(initiatives::hold);
    }

    /** Opens a line of the caller's party. */
    ContributionView open(UUID initiative, OpenContribution opening) {
        return create(() ->
                Contribution.open(ids.next(), initiatives.held(initiative), opening, caller.party(), clock.instant()));
    }

    /** The same, for what takes lines in from elsewhere; the id of the line. */
    public UUID takeIn(UUID initiative, OpenContribution opening) {
        return open(initiative, opening).id();
    }

    /** A change under the rules of the initiative, which stays as it is until the change is made. */
    ContributionView change(UUID id, IfMatch ifMatch, BiFunction<Contribution, Initiative, DomainEvent> verb) {
        return change(id, ifMatch, found -> verb.apply(found, initiatives.held(found.initiativeId())));
    }

    @Override
    public ContributionView get(UUID id) {
        return first(1, visible().and("e.id = :id", "id", id), "e.id", ContributionView::of).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(noun(), id));
    }

    Page<ContributionView> list(ContributionFilter filter, PageQuery query) {
        return page(filter.narrow(visible()).sortable("committed", "e.balance.committed"), query, ContributionView::of);
    }

    private Listing visible() {
        return Initiatives.listingWithin("Contribution e", caller);
    }

    /** What was contributed to these initiatives, of which the caller may know; in the order of creation. */
    public List<Contribution> to(Collection<UUID> initiatives, int most) {
        return find("initiativeId in ?1 order by id", initiatives)
                .range(0, most - 1)
                .list();
    }

    /** A contribution that the caller may know of; null if there is none. */
    public Contribution visibleOrNull(UUID id) {
        return isVisible(id) ? findById(id) : null;
    }
}
