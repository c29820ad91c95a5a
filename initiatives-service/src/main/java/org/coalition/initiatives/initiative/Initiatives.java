package org.coalition.initiatives.initiative;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
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
                        initiative,
                        background(initiative, mandates.find(initiative.originDecision()), clock.instant())));
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

    @Override
    protected List<InitiativeView> views(List<Initiative> initiatives) {
        Instant now = clock.instant();
        Map<UUID, Mandate> known = mandatesOf(initiatives);
        return initiatives.stream()
                .map(initiative -> InitiativeView.of(
                        initiative, background(initiative, known.get(initiative.originDecision()), now)))
                .toList();
    }

    private Map<UUID, Mandate> mandatesOf(List<Initiative> initiatives) {
        return mandates.find(
                initiatives.stream().map(Initiative::originDecision).toList());
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
        if (namesWhatIsNotKnown(filter)) {
            return new Page<>(List.of(), null);
        }
        Instant now = clock.instant();
        Page<Initiative> page =
                page(filter.narrow(listing("Initiative e", "e", caller), now), query, Function.identity());
        Map<UUID, Mandate> known = mandatesOf(page.items());
        Onlooker onlooker = Onlooker.of(caller);
        return page.map(initiative -> InitiativeView.of(
                initiative, background(initiative, known.get(initiative.originDecision()), now), onlooker));
    }

    /** Else a list would tell what has to do with what the caller may not know of. */
    private boolean namesWhatIsNotKnown(InitiativeFilter filter) {
        return filter.originDecision != null && mandates.visible(filter.originDecision) == null
                || filter.parentId != null && !isVisible(filter.parentId)
                || filter.dependsOn != null && !isVisible(filter.dependsOn);
    }

    /**
     * A page of the initiatives that the caller may know of.
     *
     * @param only the id of a single one; null for all
     */
    public Page<Initiative> known(UUID only, PageQuery query) {
        return page(listing("Initiative e", "e", caller).and("e.id = :only", "only", only), query, Function.identity());
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

    /** Those of these initiatives that the caller may know of. */
    List<Initiative> visible(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : find(
                                "id in :ids and " + Audience.hql("audience") + " order by id",
                                Map.of("ids", ids, "party", caller.partyOrNone()))
                        .list();
    }

    /** The id of the one above; null at the top. Read from the database, whatever this session has seen before. */
    UUID parentOf(UUID id) {
        return reference(id, "parent.id").orElse(null);
    }

    /** One level down. */
    List<UUID> idsBelow(Collection<UUID> parents) {
        return find("select e.id from Initiative e where e.parent.id in ?1", parents)
                .project(UUID.class)
                .list();
    }

    /** What these wait for. */
    List<UUID> dependenciesOf(Collection<UUID> ids) {
        return find("select d.id from Initiative e join e.dependsOn d where e.id in ?1", ids)
                .project(UUID.class)
                .list();
    }

    /** The children of these, whoever may know of them, in the order of creation. */
    public List<Initiative> childrenOf(Collection<UUID> parents) {
        return list("parent.id in ?1 order by id", parents);
    }

    /** Whether the caller may know of an initiative that was found. */
    public boolean mayKnow(Initiative found) {
        return found.audience().includes(caller);
    }

    /** Sets the weights of an initiative's children, all of them or none. */
    WeightsView weigh(UUID id, IfMatch ifMatch, SetWeights weights) {
        List<InitiativeView> weighed =
                changeAll(() -> toWeigh(id, ifMatch, weights), child -> child.weigh(weights.of(child.id())));
        return weights(id, weighed.stream().map(InitiativeView::id).toList());
    }

    private List<Initiative> toWeigh(UUID id, IfMatch ifMatch, SetWeights weights) {
        Initiative parent = heldAlone(id);
        parent.requireLedBy(caller.party());
        parent.requireRunning("weigh the parts of this initiative");
        List<Initiative> children = find("parent.id = ?1 and status <> CANCELLED order by id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        List<Initiative> known = children.stream().filter(this::mayKnow).toList();
        IfMatch.require(ifMatch, "weights", WeightsView.of(id, known).tag());
        weights.requireFor(Links.ids(known));
        return children;
    }

    WeightsView weights(UUID id) {
        requireVisible(id);
        return weights(id, idsBelow(List.of(id)));
    }

    private WeightsView weights(UUID id, List<UUID> children) {
        return WeightsView.of(
                id,
                visible(children).stream()
                        .filter(child -> child.status() != InitiativeStatus.CANCELLED)
                        .toList());
    }

    /** Those whose origin was lost without that being announced; at most a hundred, the oldest first. */
    List<UUID> toAnnounce() {
        return find(MandateFilter.TO_ANNOUNCE, Map.of("now", clock.instant())).range(0, 99).list().stream()
                .map(Initiative::id)
                .toList();
    }

    /** Announces that an origin was lost; does nothing if it was not, or if that was announced already. */
    @CanIgnoreReturnValue
    InitiativeView announceLostMandate(UUID id) {
        return settle(id, initiative -> {
            Mandate mandate = mandates.find(initiative.originDecision());
            return initiative.announceLostMandate(
                    mandate != null && mandate.isKnownTo(initiative.audience()) ? mandate.loss(clock.instant()) : null);
        });
    }

    private InitiativeView told(InitiativeView view) {
        return view.told(Onlooker.of(caller));
    }

    private static Background background(Initiative initiative, Mandate mandate, Instant now) {
        return Background.of(initiative, new Origin(initiative.originDecision(), mandate, now));
    }
}
