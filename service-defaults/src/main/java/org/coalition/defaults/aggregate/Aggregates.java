package org.coalition.defaults.aggregate;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.View;

/**
 * The base of each repository: the write door of one kind of aggregate, and its reads. There is no other way to change
 * anything; {@code persist}, {@code flush} and the entity manager are for the {@link Door} only, which the architecture
 * rules and a database trigger enforce.
 *
 * @param <A> the aggregate
 * @param <V> its view, the answer to a caller and the {@code after} of its events
 */
public abstract class Aggregates<A extends Aggregate, V extends View> implements PanacheRepositoryBase<A, UUID> {
    private final Door door;
    private final String noun;
    private final Class<A> type;
    private final Function<A, V> view;

    /**
     * @param noun the resource's name in events and refusals, in kebab case: {@code agenda}
     * @param view maps while the transaction is open
     */
    protected Aggregates(Door door, String noun, Class<A> type, Function<A, V> view) {
        this.door = door;
        this.noun = noun;
        this.type = type;
        this.view = view;
    }

    /** Who may know of this aggregate now; that of its root, if it belongs to one. */
    protected abstract Audience audience(A aggregate);

    /**
     * The aggregates of this kind that belong to a root: whoever may no longer know of it, or now may, learns the same of them, as far
     * as their own audience allows. Empty for a root's own repository.
     */
    protected List<A> belongingTo(UUID root) {
        return List.of();
    }

    /**
     * Locks the root to which the aggregate with this id belongs; called before the aggregate itself is locked. As every
     * change locks from the root down, no two of them wait for each other in a circle. A root has nothing to lock.
     */
    protected void holdRootOf(UUID id) {}

    /** The id that an aggregate of this kind keeps in this property; read without loading the aggregate. */
    protected Optional<UUID> reference(UUID id, String property) {
        return find("select e.%s from %s e where e.id = ?1".formatted(property, type.getSimpleName()), id)
                .project(UUID.class)
                .firstResultOptional();
    }

    /**
     * The resource with this id.
     *
     * @throws NotFound 404 if there is none, or the caller may not know of it
     */
    public V get(UUID id) {
        return shown(findById(id), id);
    }

    /**
     * What became of the resource, the last change first; of each the caller learns only if it could know of the resource both before
     * and after it.
     *
     * @throws NotFound 404 if there is none, or the caller may not know of it
     */
    public Page<HistoryEntry> history(UUID id, PageQuery query) {
        return door.history(id, get(id).version(), query);
    }

    /**
     * Lets a read go on only if the caller may know of this aggregate, which it gets.
     *
     * @throws NotFound 404 otherwise
     */
    @CanIgnoreReturnValue
    public A requireVisible(UUID id) {
        return door.visible(this, findById(id), id);
    }

    /** Whether there is such an aggregate and the caller may know of it. */
    public boolean isVisible(UUID id) {
        A found = findById(id);
        return found != null && door.isVisible(this, found);
    }

    /**
     * The aggregates {@code e} of this kind of which the caller may know, for a question about many of them in one statement.
     * Null where there is no such listing; then they are loaded and looked at one by one.
     */
    protected Listing listingInSight() {
        return null;
    }

    /**
     * Those after this id of which the caller may know, in the order of their ids, each with what it belongs to: so that who may know
     * of them is answered without a statement for each.
     */
    List<A> inSight(UUID after, int most) {
        Listing known = listingInSight().and("e.id > :after", "after", after);
        return find(known.hql(known.aliases()), known.parameters()).project(Object[].class).range(0, most - 1).stream()
                .map(row -> type.cast(row[0]))
                .toList();
    }

    /** The views of several aggregates, as they are announced; in as many statements for many as for few. */
    protected List<V> views(List<A> aggregates) {
        return aggregates.stream().map(view).toList();
    }

    /** Whether aggregates of this kind are roots, each with a stream of its own. */
    boolean isOfRoots() {
        try {
            return type.getMethod("streamId").getDeclaringClass() == Aggregate.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " is no aggregate", e);
        }
    }

    /** Those of these aggregates of which the caller may know. */
    Set<UUID> visibleAmong(Collection<UUID> ids) {
        Listing known = listingInSight();
        return known == null
                ? list("id in ?1", ids).stream()
                        .filter(found -> door.isVisible(this, found))
                        .map(Aggregate::id)
                        .collect(Collectors.toSet())
                : find(known.and("e.id in :ids", "ids", ids).hql("e.id"), known.parameters())
                        .project(UUID.class)
                        .stream()
                        .collect(Collectors.toSet());
    }

    /** What a finder found, as the caller may see it; 404 if it found nothing or the caller may not know of it. */
    protected V shown(A found, Object id) {
        return view.apply(door.visible(this, found, id));
    }

    /**
     * A page of the collection, in the order that the caller asks for; by default that of creation.
     *
     * @param item maps a row, to what has the properties by which the collection may be sorted; it must not read further rows
     */
    protected <T> Page<T> page(Listing listing, PageQuery query, Function<A, T> item) {
        Order order = door.order(listing, query);
        List<A> rows = find(order.begin(listing, query).ordered(order.hql()), listing.parameters())
                .range(0, query.fetch() - 1)
                .list();
        return order.page(rows, query, Aggregate::id, item);
    }

    /**
     * The same of rows that the database computes.
     *
     * @param select one column for each component of the row
     * @param id of {@code e} in a row
     */
    public <R extends Record, T> Page<T> page(
            String select, Listing listing, PageQuery query, Class<R> row, Function<R, UUID> id, Function<R, T> item) {
        Order order = door.order(listing, query);
        return order.page(rows(select, order.begin(listing, query), order.hql(), row, query.fetch()), query, id, item);
    }

    /**
     * A page of a collection that has an order of its own.
     *
     * @param listing its conditions hold where the page begins, from {@link PageQuery#afterKey()}
     * @param order over {@code e}, unique per row
     * @param position the key of a row in that order
     * @param item maps a row; it must not read further ones
     */
    protected <T> Page<T> page(
            Listing listing, String order, PageQuery query, Function<A, String> position, Function<A, T> item) {
        List<A> rows = find(listing.ordered(order), listing.parameters())
                .range(0, query.fetch() - 1)
                .list();
        return Page.of(rows, query, position).map(item);
    }

    /**
     * The first ones in an order of their own, for what is compiled out of a collection and so is no page of it.
     *
     * @param order ends with {@code e.id}
     * @param most no more than this many
     */
    protected <T> List<T> first(int most, Listing listing, String order, Function<A, T> item) {
        return find(listing.ordered(order), listing.parameters()).range(0, most - 1).stream()
                .map(item)
                .toList();
    }

    /**
     * Rows that the database computes in one statement, in the order of creation.
     *
     * @param select one column for each component of the row
     * @param most no more than this many
     */
    public <T extends Record> List<T> rows(String select, Listing listing, Class<T> row, int most) {
        return find(listing.hql(select), listing.parameters())
                .project(row)
                .range(0, most - 1)
                .list();
    }

    /** The same rows in another order, which ends with what is unique. */
    public <T extends Record> List<T> rows(String select, Listing listing, String order, Class<T> row, int most) {
        return find(listing.ordered(select, order), listing.parameters())
                .project(row)
                .range(0, most - 1)
                .list();
    }

    /**
     * Figures for a report, computed by the database.
     *
     * @param select what to compute; one column for each component of the row
     * @param groupBy for each combination of what; at least one expression
     */
    public <T extends Record> List<T> figures(String select, String groupBy, Listing listing, Class<T> row) {
        return find(listing.hql(select, groupBy), listing.parameters())
                .project(row)
                .list();
    }

    /** The same figures, of no more than so many combinations. */
    public <T extends Record> List<T> figures(String select, String groupBy, Listing listing, Class<T> row, int most) {
        return find(listing.hql(select, groupBy), listing.parameters())
                .project(row)
                .range(0, most - 1)
                .list();
    }

    /** The same figures over the whole listing: one row, also if there is nothing to count. */
    public <T extends Record> T figures(String select, Listing listing, Class<T> row) {
        return find(listing.figures(select), listing.parameters()).project(row).singleResult();
    }

    /**
     * The aggregate, held as it is until the running change commits: nobody can change it meanwhile. For rules that
     * depend on another aggregate's state, inside {@link #create} and {@link #change} only.
     *
     * @throws NotFound 404 if there is none, or the caller may not know of it
     */
    public A held(UUID id) {
        return door.visible(this, door.held(this, id, LockModeType.PESSIMISTIC_READ), id);
    }

    /** As {@link #held}, but whoever asks: for {@link #holdRootOf} of what belongs here. */
    public void hold(UUID id) {
        door.hold(this, id);
    }

    /**
     * As {@link #hold}, for a root that is to be changed {@link Door#together} with what belongs to it. It comes before
     * anything is read of either: what was read without the lock may be old when it is locked.
     */
    public void holdAlone(UUID id) {
        door.holdAlone(this, id);
    }

    /** As {@link #held}, and no other change that depends on the aggregate runs meanwhile either. */
    public A heldAlone(UUID id) {
        return door.visible(this, door.held(this, id, LockModeType.PESSIMISTIC_WRITE), id);
    }

    /**
     * Brings a new aggregate into being and announces it, both or neither.
     *
     * @param birth runs inside the transaction; a rule that it breaks stops everything
     */
    public V create(Supplier<Created<A>> birth) {
        return door.create(this, birth);
    }

    /**
     * The write door: loads and locks the aggregate, checks that the caller may know of it (404) and has seen its
     * current version (428, 412), runs the verb, and stores the new version, its event and its audit entry in one
     * transaction. A verb that changes nothing raises no version and announces nothing.
     *
     * @param ifMatch the caller's precondition; null is refused with 428
     * @param verb returns what has happened; a rule that it breaks stops everything
     * @return the resource as it is after the change
     */
    public V change(UUID id, IfMatch ifMatch, Function<A, DomainEvent> verb) {
        return door.change(this, id, ifMatch, verb);
    }

    /**
     * The same door for a change that spans several aggregates of this kind: all of them or none, each with a version and
     * an event of its own.
     *
     * @param load runs inside the transaction: checks the caller's rights and precondition, and gives the aggregates, locked
     */
    protected List<V> changeAll(Supplier<List<A>> load, Function<A, DomainEvent> verb) {
        return door.changeAll(this, load, verb);
    }

    /**
     * The same door for a change that no caller asked for but the clock or another service's event brought about. It
     * is recorded as the service's own.
     */
    protected V settle(UUID id, Function<A, DomainEvent> verb) {
        return door.settle(this, id, verb);
    }

    /** The noun of this kind in kebab case. */
    public String noun() {
        return noun;
    }

    Class<A> type() {
        return type;
    }

    V view(A aggregate) {
        return view.apply(aggregate);
    }
}
