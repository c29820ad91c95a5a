package org.coalition.defaults.aggregate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.identity.Actor;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.outbox.Change;
import org.coalition.defaults.outbox.LeaderDuty;
import org.coalition.defaults.outbox.Outbox;
import org.coalition.defaults.outbox.Overtaken;
import org.coalition.defaults.web.CurrentTrace;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * After the database was restored from a backup: each resource of which consumers have seen more than the database knows gets a version
 * that comes after all of it, and is told anew; of one that is no more it is said that it is withheld. So who keeps the last version
 * of each resource has the right one again, and no ETag of what was lost fits anything.
 */
@Singleton
class Restoration implements LeaderDuty {
    private static final Logger LOG = Logger.getLogger(Restoration.class);
    private static final int MOST = 100;

    private final Door door;
    private final Session session;
    private final Outbox outbox;
    private final CurrentTrace trace;
    private final Clock clock;
    private final ObjectMapper json;
    private final Instance<Aggregates<?, ?>> repositories;

    Restoration(
            Door door,
            Session session,
            Outbox outbox,
            CurrentTrace trace,
            Clock clock,
            ObjectMapper json,
            @Any Instance<Aggregates<?, ?>> repositories) {
        this.door = door;
        this.session = session;
        this.outbox = outbox;
        this.trace = trace;
        this.clock = clock;
        this.json = json;
        this.repositories = repositories;
    }

    /** The first time is the beginning of a term, which is when it is found out. */
    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public boolean perform(Connection connection) throws SQLException {
        List<Overtaken> waiting = Overtaken.waiting(connection, MOST);
        long done = waiting.stream().filter(this::isAnnounced).count();
        if (done > 0) {
            LOG.warnf(
                    "The topics held later versions than the database of %d resources, which were announced anew: see outbox_overtaken",
                    done);
        }
        return done == MOST;
    }

    private boolean isAnnounced(Overtaken seen) {
        try {
            repositories.stream()
                    .filter(kind -> kind.noun().equals(seen.noun()))
                    .findFirst()
                    .ifPresentOrElse(
                            kind -> beginAnew(kind, seen), () -> LOG.errorf("Nothing here is a %s", seen.noun()));
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s was not announced anew and is tried again", seen.subject());
            return false;
        }
    }

    /** The resource as it is, as a version after all that consumers have seen of it; withheld if it is no more. */
    private <A extends Aggregate> void beginAnew(Aggregates<A, ?> repository, Overtaken seen) {
        Actor actor = Actor.service(trace.get());
        var unused = door.together(() -> {
            A aggregate = door.held(repository, seen.aggregateId(), LockModeType.PESSIMISTIC_WRITE);
            if (aggregate == null) {
                outbox.append(session, withheld(seen, actor));
            } else {
                leap(repository, aggregate, seen.sequence());
                aggregate.touch(clock.instant());
                session.flush();
                Audience audience = repository.audience(aggregate);
                door.append(
                        repository, aggregate, new Snapshot(), null, repository.view(aggregate), null, audience, actor);
            }
            session.doWork(seen::announced);
            return seen;
        });
    }

    /** What is there now, for who has to begin anew. */
    private record Snapshot() implements DomainEvent {}

    private <A extends Aggregate> void leap(Aggregates<A, ?> repository, A aggregate, long version) {
        if (aggregate.version() < version) {
            session.createMutationQuery("update %s set version = :version where id = :id"
                            .formatted(repository.type().getSimpleName()))
                    .setParameter("version", version)
                    .setParameter("id", aggregate.id())
                    .executeUpdate();
            session.refresh(aggregate, LockModeType.PESSIMISTIC_WRITE);
        }
    }

    /** A resource that is no more becomes one of which nobody may know. */
    private Change withheld(Overtaken gone, Actor actor) {
        Instant now = clock.instant();
        try {
            ObjectNode before = (ObjectNode) json.readTree(gone.resource());
            ObjectNode after = before.deepCopy().put("visibility", Visibility.RESTRICTED.name());
            after.putArray("visibleTo");
            return new Change(
                    gone.noun(),
                    gone.aggregateId(),
                    UUID.fromString(gone.key()),
                    gone.sequence() + 1,
                    EventName.of(gone.noun(), "withheld"),
                    json.createObjectNode(),
                    null,
                    gone.subject(),
                    before,
                    after,
                    Outbox.audience(gone.audience()),
                    Outbox.audience(Caller.NO_PARTY),
                    actor,
                    now,
                    now);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was seen of " + gone.subject() + " is no JSON", e);
        }
    }
}
