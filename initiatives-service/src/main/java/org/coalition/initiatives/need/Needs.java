package org.coalition.initiatives.need;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.initiative.Initiatives;
import org.coalition.initiatives.mandate.KnownParties;

/** The needs that a caller may know of. */
@Singleton
public class Needs extends Aggregates<Need, NeedView> {
    /** Whether something of a need {@code e} is left to offer. */
    static final String UNMET = "e.status in (OPEN, PARTLY_MET)";

    private final Initiatives initiatives;
    private final KnownParties parties;
    private final Caller caller;
    private final Clock clock;

    Needs(Door door, Initiatives initiatives, KnownParties parties, Caller caller, Clock clock) {
        super(door, "need", Need.class, need -> NeedView.of(need, clock.instant()));
        this.initiatives = initiatives;
        this.parties = parties;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    protected Audience audience(Need need) {
        return need.audience();
    }

    @Override
    protected Listing listingInSight() {
        return listing();
    }

    /** Who may know of what belongs to this need. */
    Audience audienceOf(UUID need) {
        return findById(need).audience();
    }

    Page<NeedView> list(NeedFilter filter, PageQuery query) {
        Instant now = clock.instant();
        return page(filter.narrow(listing()), query, need -> NeedView.of(need, now));
    }

    /** The needs of which the caller may know that are a part of these initiatives; in the order of creation. */
    public List<Need> of(Collection<UUID> initiatives, int most) {
        return first(most, listing().and("e.initiativeId in :initiatives", "initiatives", initiatives), "e.id", e -> e);
    }

    /** A need that the caller may know of; null if there is none. */
    public Need visibleOrNull(UUID id) {
        return isVisible(id) ? findById(id) : null;
    }

    /** Takes what is accepted of an offer; the offer, whose version the caller has seen, changes with it. */
    @CanIgnoreReturnValue
    NeedView match(Offer offer) {
        return change(
                offer.needId(), IfMatch.ANY, need -> need.match(offer.id(), offer.acceptedOf(need), caller.party()));
    }

    NeedView revise(UUID id, IfMatch ifMatch, UnaryOperator<NeedDetails> edit) {
        return change(
                id,
                ifMatch,
                need -> need.revise(
                        check(edit.apply(need.details()), need.details().initiativeId()), caller.party()));
    }

    /** Checks what a need refers to; its initiative only if it is another one, as the old one may have narrowed since. */
    NeedDetails check(NeedDetails details, UUID known) {
        parties.requireKnown(details.references());
        UUID initiative = details.initiativeId();
        if (initiative == null || Objects.equals(initiative, known)) {
            return details;
        }
        if (!initiatives.isVisible(initiative)) {
            throw new RuleViolated(
                    "/initiativeId", "unknown-initiative", "There is no initiative %s.".formatted(initiative));
        }
        if (!initiatives.held(initiative).audience().covers(details.audience(caller.party()))) {
            throw new RuleViolated(
                    "/initiativeId",
                    "narrower-audience",
                    "Not all who may know of the need may know of this initiative; leave it out, or narrow the need.");
        }
        return details;
    }

    private Listing listing() {
        return listing(caller);
    }

    private static Listing listing(Caller caller) {
        return Listing.from("Need e").visible(Audience.hql("e.audience"), caller);
    }

    /** The needs {@code e} of which a caller may know, and of which something is left to offer. */
    public static Listing unmet(Caller caller) {
        return listing(caller).and(UNMET);
    }
}
