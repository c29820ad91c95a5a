package org.coalition.initiatives.acceleration;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.delivery.Deliveries;
import org.coalition.initiatives.delivery.Delivery;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Initiatives;

/** The acceleration requests for the deliveries that a caller may know of. */
@Singleton
class Accelerations extends Aggregates<Acceleration, AccelerationView> {
    private final Door door;
    private final Initiatives initiatives;
    private final Deliveries deliveries;
    private final Caller caller;
    private final Clock clock;

    Accelerations(Door door, Initiatives initiatives, Deliveries deliveries, Caller caller, Clock clock) {
        super(door, "acceleration-request", Acceleration.class, AccelerationView::of);
        this.door = door;
        this.initiatives = initiatives;
        this.deliveries = deliveries;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    protected Audience audience(Acceleration request) {
        return initiatives.audienceOf(request.initiativeId());
    }

    @Override
    protected Listing listingInSight() {
        return Initiatives.listingWithin("Acceleration e", caller);
    }

    @Override
    protected List<Acceleration> belongingTo(UUID initiative) {
        return list("initiativeId", initiative);
    }

    @Override
    protected void holdRootOf(UUID request) {
        reference(request, "initiativeId").ifPresent(initiatives::hold);
    }

    /** The delivery stays as it is while it is asked for, and whoever asks does so once at a time. */
    AccelerationView request(UUID id, UUID deliveryId, RequestAcceleration wanted) {
        return create(() -> {
            Delivery delivery = deliveries.heldAlone(deliveryId);
            Initiative initiative = initiatives.held(delivery.initiativeId());
            initiative.requireTakesContributions();
            if (count(
                            "deliveryId = ?1 and askedBy = ?2 and status in (REQUESTED, COUNTERED)",
                            deliveryId,
                            caller.party())
                    > 0) {
                throw new Conflict(
                        "%s has an open request for this delivery; withdraw it first, see".formatted(caller.party())
                                + " /v1/acceleration-requests?deliveryId=" + deliveryId);
            }
            return Acceleration.request(id, delivery, initiative, wanted, caller.party(), clock.instant());
        });
    }

    AccelerationView counter(UUID id, IfMatch ifMatch, CounterAcceleration offer) {
        return door.together(() -> {
            holdDeliveryOf(id);
            return change(
                    id,
                    ifMatch,
                    request -> request.counter(offer, deliveries.findById(request.deliveryId()), caller.party()));
        });
    }

    /** What both sides agree on is promised from then on. The delivery is locked first. */
    AccelerationView accept(UUID id, IfMatch ifMatch) {
        return door.together(() -> {
            holdDeliveryOf(id);
            AccelerationView accepted = change(id, ifMatch, request -> request.accept(caller.party()));
            deliveries.bringForward(accepted.deliveryId(), agreedOn(accepted), accepted.reason(), id);
            return accepted;
        });
    }

    private static LocalDate agreedOn(AccelerationView accepted) {
        return accepted.counteredOn() == null ? accepted.wantedOn() : accepted.counteredOn();
    }

    Page<AccelerationView> list(AccelerationFilter filter, PageQuery query) {
        return page(filter.narrow(listingInSight()), query, AccelerationView::of);
    }

    private void holdDeliveryOf(UUID request) {
        reference(request, "deliveryId").ifPresent(deliveries::holdAlone);
    }
}
