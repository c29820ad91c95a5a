package org.coalition.defaults.aggregate;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Status;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.coalition.defaults.audit.AuditTrail;
import org.coalition.defaults.audit.History;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.identity.Actor;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.outbox.Change;
import org.coalition.defaults.outbox.CrashPoint;
import org.coalition.defaults.outbox.Outbox;
import org.coalition.defaults.outbox.RelaySignal;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.problem.ProblemException;
import org.coalition.defaults.problem.Unavailable;
import org.coalition.defaults.web.CurrentTrace;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sort;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.spi.MappingMetamodelImplementor;

/**
 * The one place that opens a write transaction. Each change of an aggregate leaves through here with exactly one
 * raised version, its event in the outbox and its audit entry, in one commit.
 */
@Singleton
public class Door {
    private static final int SPARE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Session session;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final History history;
    private final RelaySignal relay;
    private final Caller caller;
    private final CurrentTrace trace;
    private final Clock clock;
    private final ObjectMapper json;
    private final Instance<Aggregates<?, ?>> repositories;
    private final Semaphore room;

    Door(
            Session session,
            Outbox outbox,
            AuditTrail audit,
            History history,
            RelaySignal relay,
            Caller caller,
            CurrentTrace trace,
            Clock clock,
            ObjectMapper json,
            @Any Instance<Aggregates<?, ?>> repositories,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.session = session;
        this.outbox = outbox;
        this.audit = audit;
        this.history = history;
        this.relay = relay;
        this.caller = caller;
        this.trace = trace;
        this.clock = clock;
        this.json = json;
        this.repositories = repositories;
        this.room = new Semaphore(connections - SPARE);
    }

    /**
     * Several changes, of aggregates of whatever kind, that commit together or not at all. Each goes through its own
     * repository and keeps its own version, event and precondition. Roots come first, as everywhere: a change of a
     * meeting before one of what belongs to it.
     */
    public <T> T together(Supplier<T> changes) {
        return commit(changes);
    }

    /**
     * Lets the running transaction go of what it has loaded, all of which is written: so that of many changes in one commit the last
     * costs no more than the first, as each looks through what is loaded.
     */
    public void letGo() {
        session.clear();
    }

    /**
     * Some of the running transaction's changes that are taken back by themselves if they are refused: the others may still commit.
     * Only a refusal may be survived; after a failure of the database the transaction ends.
     */
    public <T> T apart(Supplier<T> changes) {
        execute("SAVEPOINT apart");
        try {
            T result = changes.get();
            execute("RELEASE SAVEPOINT apart");
            return result;
        } catch (ProblemException refusal) {
            session.clear();
            execute("ROLLBACK TO SAVEPOINT apart");
            throw refusal;
        }
    }

    private void execute(String sql) {
        session.doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    /** Reads in a transaction of its own: while what was read is sent, it keeps neither a connection nor what was loaded. */
    public <T> T aside(Supplier<T> reads) {
        return QuarkusTransaction.requiringNew().call(reads::get);
    }

    <A extends Aggregate, V extends View> V create(Aggregates<A, V> repository, Supplier<Created<A>> birth) {
        Actor actor = Actor.of(caller, trace.get());
        return commit(() -> {
            Created<A> created = birth.get();
            A aggregate = created.aggregate();
            session.persist(aggregate);
            session.flush();
            V after = repository.view(aggregate);
            record(repository, aggregate, null, null, after, created.event(), actor);
            return after;
        });
    }

    <A extends Aggregate, V extends View> V change(
            Aggregates<A, V> repository, UUID id, IfMatch ifMatch, Function<A, DomainEvent> verb) {
        Actor actor = Actor.of(caller, trace.get());
        return commit(() -> {
            A aggregate = visible(repository, held(repository, id, LockModeType.PESSIMISTIC_WRITE), id);
            IfMatch.require(
                    ifMatch, repository.noun(), repository.view(aggregate).tag());
            return apply(repository, aggregate, verb, actor);
        });
    }

    <A extends Aggregate, V extends View> List<V> changeAll(
            Aggregates<A, V> repository, Supplier<List<A>> load, Function<A, DomainEvent> verb) {
        Actor actor = Actor.of(caller, trace.get());
        return commit(() -> load.get().stream()
                .map(aggregate -> apply(repository, aggregate, verb, actor))
                .toList());
    }

    <A extends Aggregate, V extends View> V settle(
            Aggregates<A, V> repository, UUID id, Function<A, DomainEvent> verb) {
        Actor actor = Actor.service(trace.get());
        return commit(() -> apply(repository, held(repository, id, LockModeType.PESSIMISTIC_WRITE), verb, actor));
    }

    <A extends Aggregate> A visible(Aggregates<A, ?> repository, A aggregate, Object id) {
        if (aggregate == null || !isVisible(repository, aggregate)) {
            throw new NotFound(repository.noun(), id);
        }
        return aggregate;
    }

    <A extends Aggregate> boolean isVisible(Aggregates<A, ?> repository, A aggregate) {
        return repository.audience(aggregate).includes(caller);
    }

    private <A extends Aggregate, V extends View> V apply(
            Aggregates<A, V> repository, A aggregate, Function<A, DomainEvent> verb, Actor actor) {
        V before = repository.view(aggregate);
        Audience audience = repository.audience(aggregate);
        long version = aggregate.version();
        DomainEvent event = verb.apply(aggregate);
        if (!session.isDirty()) {
            return before;
        }
        aggregate.touch(clock.instant());
        session.flush();
        if (aggregate.version() != version + 1) {
            throw new IllegalStateException(
                    repository.noun() + " went from version " + version + " to " + aggregate.version());
        }
        V after = repository.view(aggregate);
        record(repository, aggregate, audience, before, after, event, actor);
        return after;
    }

    private <A extends Aggregate, V extends View> void record(
            Aggregates<A, V> repository, A aggregate, Audience was, V before, V after, DomainEvent event, Actor actor) {
        Audience now = repository.audience(aggregate);
        append(repository, aggregate, event, before, after, was, now, actor);
        if (was != null && !was.equals(now)) {
            Map<UUID, Audience> known = aside(() -> audiencesUnder(aggregate.id()));
            repositories.forEach(dependants -> follow(dependants, aggregate.id(), known, actor));
        }
    }

    /** Who may know of what belongs to a root; asked aside, as it was before the running change. */
    private Map<UUID, Audience> audiencesUnder(UUID root) {
        Map<UUID, Audience> audiences = new HashMap<>();
        repositories.forEach(dependants -> collect(dependants, root, audiences));
        return audiences;
    }

    private static <B extends Aggregate> void collect(
            Aggregates<B, ?> repository, UUID root, Map<UUID, Audience> audiences) {
        repository
                .belongingTo(root)
                .forEach(dependant -> audiences.put(dependant.id(), repository.audience(dependant)));
    }

    /** What belongs to a root may be known of by others with it, each aggregate by a version and an event of its own. */
    private <B extends Aggregate, W extends View> void follow(
            Aggregates<B, W> repository, UUID root, Map<UUID, Audience> known, Actor actor) {
        for (B dependant : repository.belongingTo(root)) {
            session.refresh(dependant, LockModeType.PESSIMISTIC_WRITE);
            Audience was = known.get(dependant.id());
            Audience now = repository.audience(dependant);
            if (now.equals(was)) {
                continue;
            }
            W before = repository.view(dependant);
            dependant.touch(clock.instant());
            session.flush();
            append(repository, dependant, disclosure(was, now), before, repository.view(dependant), was, now, actor);
        }
    }

    private static DisclosureEvent disclosure(Audience was, Audience now) {
        boolean restricted = now.visibility() == Visibility.RESTRICTED;
        boolean restrictedBefore = was == null || was.visibility() == Visibility.RESTRICTED;
        if (restricted == restrictedBefore) {
            return new DisclosureEvent.AudienceChanged();
        }
        return restricted ? new DisclosureEvent.Withheld() : new DisclosureEvent.Disclosed();
    }

    <A extends Aggregate> void append(
            Aggregates<A, ?> repository,
            A aggregate,
            DomainEvent event,
            View before,
            View after,
            Audience was,
            Audience now,
            Actor actor) {
        Instant recordedAt = clock.instant();
        Change change = new Change(
                repository.noun(),
                aggregate.id(),
                aggregate.streamId(),
                aggregate.version(),
                EventName.of(repository.noun(), event.getClass()),
                json.valueToTree(event),
                event.reason(),
                after.path(),
                before == null ? json.createObjectNode() : json.valueToTree(before),
                json.valueToTree(after),
                was,
                now,
                actor,
                event.happenedAt(recordedAt),
                recordedAt);
        outbox.append(session, change);
        audit.append(session, change, was == null ? now : was.and(now));
    }

    Page<HistoryEntry> history(UUID id, long version, PageQuery query) {
        return history.of(id, version, query);
    }

    /** The order that the caller asks for, with the type of what it is by. */
    Order order(Listing listing, PageQuery query) {
        Sort sort = query.sort();
        String path = listing.path(sort.property());
        MappingMetamodelImplementor entities = session.getSessionFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel();
        ModelPart property = entities.getEntityDescriptor(entities.getImportedName(listing.entity()))
                .findByPath(path.substring("e.".length()));
        return new Order(
                sort, path, ((BasicValuedModelPart) property).getJavaType().getJavaTypeClass());
    }

    void hold(Aggregates<?, ?> repository, UUID id) {
        held(repository, id, LockModeType.PESSIMISTIC_READ);
    }

    void holdAlone(Aggregates<?, ?> repository, UUID id) {
        held(repository, id, LockModeType.PESSIMISTIC_WRITE);
    }

    <A extends Aggregate> A held(Aggregates<A, ?> repository, UUID id, LockModeType mode) {
        repository.holdRootOf(id);
        return session.find(repository.type(), id, mode);
    }

    private <T> T commit(Supplier<T> work) {
        if (QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
            return work.get();
        }
        enter();
        try {
            return committed(work);
        } finally {
            room.release();
        }
    }

    /** Some connections are left for what a change reads aside, else all changes could wait for each other. */
    private void enter() {
        try {
            if (!room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("There are too many changes under way; repeat yours in a moment.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The service is stopping; repeat the request in a moment.");
        }
    }

    private <T> T committed(Supplier<T> work) {
        T result = LostRace.retried(() -> QuarkusTransaction.requiringNew().call(() -> {
            // Only apply() writes: a query amid a change must not write a half of it, nor the commit what changes
            // nothing.
            session.setHibernateFlushMode(FlushMode.MANUAL);
            T value = work.get();
            CrashPoint.BEFORE_COMMIT.reached();
            return value;
        }));
        CrashPoint.AFTER_COMMIT.reached();
        relay.wake();
        return result;
    }
}
