package org.coalition.initiatives.need;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.contribution.Contribution;
import org.coalition.initiatives.contribution.Contributions;
import org.coalition.initiatives.contribution.Quantity;
import org.coalition.initiatives.initiative.Initiatives;

/** The offers to the needs that a caller may know of. */
@Singleton
public class Offers extends Aggregates<Offer, OfferView> {
    private final Door door;
    private final Needs needs;
    private final Initiatives initiatives;
    private final Contributions contributions;
    private final Caller caller;

    Offers(Door door, Needs needs, Initiatives initiatives, Contributions contributions, Caller caller) {
        super(door, "offer", Offer.class, OfferView::of);
        this.door = door;
        this.needs = needs;
        this.initiatives = initiatives;
        this.contributions = contributions;
        this.caller = caller;
    }

    @Override
    protected Audience audience(Offer offer) {
        return needs.audienceOf(offer.needId());
    }

    @Override
    protected List<Offer> belongingTo(UUID need) {
        return list("needId", need);
    }

    @Override
    protected void holdRootOf(UUID offer) {
        reference(offer, "needId").ifPresent(needs::hold);
    }

    @Override
    protected Listing listingInSight() {
        return Listing.from("Offer e join Need n on n.id = e.needId").visible(Audience.hql("n.audience"), caller);
    }

    Page<OfferView> to(UUID need, PageQuery query) {
        needs.requireVisible(need);
        return page(listingInSight().and("e.needId = :need", "need", need), query, OfferView::of);
    }

    /** A change under the rules of the need, which stays as it is until the change is made. */
    OfferView change(UUID id, IfMatch ifMatch, BiFunction<Offer, Need, DomainEvent> verb) {
        return change(id, ifMatch, offer -> verb.apply(offer, needs.held(offer.needId())));
    }

    /** The offer and its need change together, so that never more is accepted than is needed. */
    OfferView accept(UUID id, IfMatch ifMatch, Quantity part) {
        return door.together(() -> {
            reference(id, "needId").ifPresent(needs::holdAlone);
            OfferView accepted = change(id, ifMatch, (offer, need) -> offer.accept(part, need, caller.party()));
            needs.match(findById(id));
            return accepted;
        });
    }

    /** The need to which an offer is to be made; the line that the offer names is one of the caller's party. */
    Need open(UUID need, MakeOffer offer) {
        Need held = needs.held(need);
        if (offer.contributionId() != null) {
            requireKnown(offer.contributionId(), held);
        }
        return held;
    }

    private void requireKnown(UUID line, Need need) {
        Contribution found = contributions.visibleOrNull(line);
        if (found == null || !found.party().equals(caller.party())) {
            throw new RuleViolated(
                    "/contributionId",
                    "unknown-contribution",
                    "There is no contribution %s of %s.".formatted(line, caller.party()));
        }
        if (!initiatives.audienceOf(found.initiativeId()).covers(need.audience())) {
            throw new RuleViolated(
                    "/contributionId",
                    "narrower-audience",
                    "Not all who may know of the need may know of this contribution; leave it out.");
        }
    }
}
