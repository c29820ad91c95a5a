package org.coalition.initiatives.enduse;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.web.View;
import org.coalition.initiatives.delivery.Deliveries;
import org.coalition.initiatives.initiative.Initiatives;

/**
 * The base of the repositories of what is said of articles: as visible as the initiative, and changed while the delivery is
 * locked, so that what is worked out of all that was said of its articles has seen all of it.
 */
public abstract class ArticleStatements<A extends OfArticles, V extends View> extends Aggregates<A, V> {
    private final Initiatives initiatives;
    private final Deliveries deliveries;
    private final Caller caller;
    private final String entity;

    protected ArticleStatements(
            Door door,
            String noun,
            Class<A> type,
            Function<A, V> view,
            Initiatives initiatives,
            Deliveries deliveries,
            Caller caller) {
        super(door, noun, type, view);
        this.initiatives = initiatives;
        this.deliveries = deliveries;
        this.caller = caller;
        entity = type.getSimpleName();
    }

    @Override
    protected Audience audience(A said) {
        return initiatives.audienceOf(said.initiativeId());
    }

    @Override
    protected Listing listingInSight() {
        return Initiatives.listingWithin(entity + " e", caller);
    }

    @Override
    protected List<A> belongingTo(UUID initiative) {
        return list("initiativeId", initiative);
    }

    @Override
    protected void holdRootOf(UUID said) {
        reference(said, "deliveryId").ifPresent(deliveries::holdAlone);
    }

    /**
     * Whether something of this kind is said of any of these articles.
     *
     * @param condition in HQL
     */
    protected boolean isAnySaid(Batch batch, String condition) {
        return count(
                        "deliveryId = ?1 and array_intersects(serialNumbers, ?2) and " + condition,
                        batch.deliveryId(),
                        batch.serialNumbers().toArray(String[]::new))
                > 0;
    }
}
