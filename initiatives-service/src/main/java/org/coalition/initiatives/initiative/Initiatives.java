package org.coalition.initiatives.initiative;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.mandate.Mandate;
import org.coalition.initiatives.mandate.Mandates;

/**
 * The initiatives that a caller may know of. The decision that one came of is told to those who may know of the decision
 * as well.
 */
@Singleton
public class Initiatives extends Aggregates<Initiative, InitiativeView> {
    private final Mandates mandates;
    private final Caller caller;
    private final Clock clock;

    Initiatives(Door door, Mandates mandates, Caller caller, Clock clock) {
        super(
                door,
                "initiative",
                Initiative.class,
                initiative -> InitiativeView.of(
                        initiative, origin(initiative, mandates.find(initiative.originDecision()), clock.instant())));
        this.mandates = mandates;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    protected Audience audience(Initiative initiative) {
        return initiative.audience();
    }

    @Override
    protected Listing listingInSight() {
        return listing("Initiative e", "e", caller);
    }

    /** Who may know of what belongs to this initiative. */
    public Audience audienceOf(UUID initiative) {
        return findById(initiative).audience();
    }

    @Override
    public InitiativeView get(UUID id) {
        return told(super.get(id));
    }

    @Override
    public InitiativeView create(Supplier<Created<Initiative>> birth) {
        return told(super.create(birth));
    }

    @Override
    public InitiativeView change(UUID id, IfMatch ifMatch, Function<Initiative, DomainEvent> verb) {
        return told(super.change(id, ifMatch, verb));
    }

    Page<InitiativeView> list(InitiativeFilter filter, PageQuery query) {
        if (filter.originDecision != null && mandates.visible(filter.originDecision) == null) {
            return new Page<>(List.of(), null);
        }
        Instant now = clock.instant();
        Page<Initiative> page = page(filter.narrow(listing("Initiative e", "e", caller)), query, Function.identity());
        Map<UUID, Mandate> known = mandates.find(
                page.items().stream().map(Initiative::originDecision).toList());
        return page.map(initiative -> {
            Mandate mandate = known.get(initiative.originDecision());
            return InitiativeView.of(initiative, origin(initiative, mandate, now), isKnown(mandate));
        });
    }

    /** The initiatives that came of these decisions, as far as the caller may know of them; in the order of creation. */
    public List<Initiative> cameOf(Collection<UUID> decisions, int most) {
        return find(
                        "originDecision in :decisions and " + Audience.hql("audience") + " order by id",
                        Map.of("decisions", decisions, "party", caller.partyOrNone()))
                .range(0, most - 1)
                .list();
    }

    /** An initiative that the caller may know of; null if there is none. */
    public Initiative visibleOrNull(UUID id) {
        return isVisible(id) ? findById(id) : null;
    }

    /** A listing of what belongs to initiatives that the caller may know of; the HQL names the initiative {@code i}. */
    public static Listing listingWithin(String from, Caller caller) {
        return listing(from + " join Initiative i on i.id = e.initiativeId", "i", caller);
    }

    private static Listing listing(String from, String initiative, Caller caller) {
        return Listing.from(from).visible(Audience.hql(initiative + ".audience"), caller);
    }

    private InitiativeView told(InitiativeView view) {
        return view.withOrigin(view.origin().isKnownTo(caller));
    }

    private boolean isKnown(Mandate mandate) {
        return mandate != null && mandate.isKnownTo(caller);
    }

    private static Origin origin(Initiative initiative, Mandate mandate, Instant now) {
        return new Origin(initiative.originDecision(), mandate, now);
    }
}
