package org.coalition.initiatives.delivery;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
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
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.contribution.Contributions;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Initiatives;

/** The deliveries under the contributions that a caller may know of. */
@Singleton
public class Deliveries extends Aggregates<Delivery, DeliveryView> {
    private final Initiatives initiatives;
    private final Contributions contributions;
    private final AtRisk risk;
    private final Caller caller;
    private final Clock clock;

    Deliveries(
            Door door, Initiatives initiatives, Contributions contributions, AtRisk risk, Caller caller, Clock clock) {
        super(
                door,
                "delivery",
                Delivery.class,
                delivery -> DeliveryView.of(delivery, Outlook.at(clock.instant(), risk)));
        this.initiatives = initiatives;
        this.contributions = contributions;
        this.risk = risk;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    protected Audience audience(Delivery delivery) {
        return initiatives.audienceOf(delivery.initiativeId());
    }

    @Override
    protected Listing listingInSight() {
        return visible();
    }

    @Override
    protected List<Delivery> belongingTo(UUID initiative) {
        return list("initiativeId", initiative);
    }

    @Override
    protected void holdRootOf(UUID delivery) {
        reference(delivery, "initiativeId").ifPresent(initiatives::hold);
    }

    /** Before anything is read of the line or the delivery, of which one is to be changed with the other in mind. */
    void holdLineOf(UUID delivery) {
        reference(delivery, "contributionId").ifPresent(contributions::holdAlone);
    }

    /** The DELIVERY in the ledger over what is kept of a delivery, whose line is held; null if there is none. */
    UUID entryOf(UUID delivery) {
        return reference(delivery, "arrival.entryId").orElse(null);
    }

    /** A change as long as the initiative goes on, which it does until the change is made. */
    DeliveryView change(UUID id, IfMatch ifMatch, BiFunction<Delivery, Initiative, DomainEvent> verb) {
        return change(id, ifMatch, delivery -> {
            Initiative initiative = initiatives.held(delivery.initiativeId());
            initiative.requireTakesContributions();
            return verb.apply(delivery, initiative);
        });
    }

    /**
     * Promises the earlier day on which giver and asker have agreed, together with the request that says so; the delivery is held.
     *
     * @param request the acceleration request
     */
    @CanIgnoreReturnValue
    public DeliveryView bringForward(UUID id, LocalDate to, String reason, UUID request) {
        return change(
                id, IfMatch.ANY, (delivery, initiative) -> delivery.bringForward(to, reason, request, clock.instant()));
    }

    Page<DeliveryView> list(DeliveryScope scope, DeliveryFilter filter, PageQuery query) {
        Outlook outlook = outlook();
        Listing listing = filter.narrow(scope.narrow(visible()), scope.counting(), outlook)
                .sortable("promisedOn", "e.promise.promisedOn");
        return page(listing, query, delivery -> DeliveryView.of(delivery, outlook));
    }

    /** A listing of the deliveries {@code e} that the caller may know of, with their lines {@code c} and initiatives {@code i}. */
    public Listing visible() {
        return Initiatives.listingWithin("Delivery e join Contribution c on c.id = e.contributionId", caller);
    }

    /** The deliveries under these contributions, of which the caller may know; in the order of creation. */
    public List<Delivery> under(Collection<UUID> contributions, int most) {
        return find("contributionId in ?1 order by id", contributions)
                .range(0, most - 1)
                .list();
    }

    /** The parties to which something was handed over under this contribution. */
    public List<String> recipientsUnder(UUID contribution) {
        return find(
                        "select distinct e.recipient from Delivery e where e.contributionId = ?1"
                                + " and e.stage in (HANDED_OVER, RECEIPT_CONFIRMED)",
                        contribution)
                .project(String.class)
                .list();
    }

    /** A delivery that the caller may know of; null if there is none. */
    public Delivery visibleOrNull(UUID id) {
        return isVisible(id) ? findById(id) : null;
    }

    /** The articles that were received under these contributions and not returned; of so many deliveries at most. */
    public List<ReceivedArticle> receivedArticles(Collection<UUID> contributions, int most) {
        return find("contributionId in ?1 and stage = RECEIPT_CONFIRMED order by id", contributions)
                .range(0, most - 1)
                .stream()
                .flatMap(ReceivedArticle::of)
                .toList();
    }

    /** Whether another delivery of the line lists one of these serial numbers. */
    boolean listsAny(UUID line, UUID but, String[] serialNumbers) {
        return serialNumbers.length > 0
                && count(
                                "contributionId = ?1 and id <> ?2 and array_intersects(articles.listed, ?3)",
                                line,
                                but,
                                serialNumbers)
                        > 0;
    }

    /** Those whose promised day has passed and was not announced; at most a hundred, the oldest first. */
    List<UUID> toAnnounce() {
        LocalDate today = outlook().today();
        return find(
                        "stage in (READY, DISPATCHED, AT_HUB, HANDED_OVER) and promise.promisedOn < ?1"
                                + " and lateAnnouncedFor is distinct from promise.promisedOn order by promise.promisedOn",
                        today)
                .range(0, 99)
                .list()
                .stream()
                .map(Delivery::id)
                .toList();
    }

    /** Announces that a delivery has become late; does nothing if it has not, or if that was announced already. */
    @CanIgnoreReturnValue
    DeliveryView announceLate(UUID id) {
        return settle(id, delivery -> delivery.announceLate(clock.instant()));
    }

    private Outlook outlook() {
        return Outlook.at(clock.instant(), risk);
    }
}
