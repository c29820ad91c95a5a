package org.coalition.initiatives.milestone;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
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
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Initiatives;
import org.coalition.initiatives.initiative.Onlooker;

/** The milestones of the initiatives that a caller may know of. */
@Singleton
public class Milestones extends Aggregates<Milestone, MilestoneView> {
    private final Initiatives initiatives;
    private final Caller caller;
    private final Clock clock;

    Milestones(Door door, Initiatives initiatives, Caller caller, Clock clock) {
        super(door, "milestone", Milestone.class, milestone -> MilestoneView.of(milestone, clock.instant()));
        this.initiatives = initiatives;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    protected Audience audience(Milestone milestone) {
        return initiatives.audienceOf(milestone.initiativeId());
    }

    @Override
    protected Listing listingInSight() {
        return Initiatives.listingWithin("Milestone e", caller);
    }

    @Override
    protected List<Milestone> belongingTo(UUID initiative) {
        return list("initiativeId", initiative);
    }

    @Override
    protected void holdRootOf(UUID milestone) {
        reference(milestone, "initiativeId").ifPresent(initiatives::hold);
    }

    @Override
    public MilestoneView get(UUID id) {
        return told(super.get(id));
    }

    @Override
    public MilestoneView create(Supplier<Created<Milestone>> birth) {
        return told(super.create(birth));
    }

    @Override
    public MilestoneView change(UUID id, IfMatch ifMatch, Function<Milestone, DomainEvent> verb) {
        return told(super.change(id, ifMatch, verb));
    }

    /** A change under the rules of the initiative, which stays as it is until the change is made. */
    MilestoneView change(UUID id, IfMatch ifMatch, BiFunction<Milestone, Initiative, DomainEvent> verb) {
        return change(id, ifMatch, found -> verb.apply(found, initiatives.held(found.initiativeId())));
    }

    Page<MilestoneView> list(MilestoneFilter filter, PageQuery query) {
        if (filter.dependsOn != null && !isVisible(filter.dependsOn)) {
            return new Page<>(List.of(), null);
        }
        Instant now = clock.instant();
        Onlooker onlooker = Onlooker.of(caller);
        return page(
                filter.narrow(listingInSight(), DueDate.today(now)),
                query,
                milestone -> MilestoneView.of(milestone, now, onlooker));
    }

    /** Those of these milestones that the caller may know of. */
    List<Milestone> visible(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : first(ids.size(), listingInSight().and("e.id in :ids", "ids", ids), "e.id", Function.identity());
    }

    /** Whether the caller may know of a milestone that was found. */
    boolean mayKnow(Milestone found) {
        return initiatives.mayKnow(found.initiative());
    }

    /** What these wait for, whoever may know of it. */
    List<UUID> dependenciesOf(Collection<UUID> ids) {
        return find("select d.id from Milestone e join e.dependsOn d where e.id in ?1", ids)
                .project(UUID.class)
                .list();
    }

    /** What these wait for, as far as the caller may know of it. */
    List<UUID> knownDependenciesOf(Collection<UUID> ids) {
        return edges("e.id in :ids", ids).stream().map(Edge::dependsOn).toList();
    }

    /** What waits for these, as far as the caller may know of it. */
    List<UUID> knownDependantsOf(Collection<UUID> ids) {
        return edges("d.id in :ids", ids).stream().map(Edge::milestone).toList();
    }

    /** Which of these wait for which others of these. */
    List<Edge> edgesAmong(Collection<UUID> ids) {
        return edges("e.id in :ids and d.id in :ids", ids);
    }

    private List<Edge> edges(String condition, Collection<UUID> ids) {
        Listing known = Listing.from("Milestone e join e.dependsOn d join e.initiative i join d.initiative j")
                .visible(Audience.hql("i.audience"), caller)
                .visible(Audience.hql("j.audience"), caller)
                .and(condition, "ids", ids);
        return rows("e.id, d.id", known, Edge.class, Slips.MOST_EDGES);
    }

    /** One milestone waits for another. */
    public record Edge(UUID milestone, UUID dependsOn) {}

    /** The milestones of these initiatives, of which the caller may know; in the order of creation. */
    public List<Milestone> of(Collection<UUID> initiatives, int most) {
        return find("initiativeId in ?1 order by id", initiatives)
                .range(0, most - 1)
                .list();
    }

    /** A milestone that the caller may know of; null if there is none. */
    public Milestone visibleOrNull(UUID id) {
        return isVisible(id) ? findById(id) : null;
    }

    /** Those that are overdue and not announced for their due date; at most a hundred, the oldest first. */
    List<UUID> toAnnounce() {
        return find(
                        "status = SCHEDULED and dueOn < ?1 and overdueAnnouncedFor is distinct from dueOn order by dueOn",
                        DueDate.today(clock.instant()))
                .range(0, 99)
                .list()
                .stream()
                .map(Milestone::id)
                .toList();
    }

    /** Announces that a milestone has become overdue; does nothing if it has not, or if that was announced already. */
    @CanIgnoreReturnValue
    MilestoneView announceOverdue(UUID id) {
        return settle(id, milestone -> milestone.announceOverdue(clock.instant()));
    }

    private MilestoneView told(MilestoneView view) {
        return view.told(Onlooker.of(caller));
    }
}
