package org.coalition.broken;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.web.View;

/** One class for each shape that the architecture rules refuse. None of them is ever run. */
public final class BrokenShapes {
    private BrokenShapes() {}

    public static class TransactionByAnnotation {
        @Transactional
        public void write() {}
    }

    public static class TransactionByHand {
        public void write() {
            QuarkusTransaction.begin();
        }
    }

    public static class OwnEntityManager {
        public void write(EntityManager entities) {
            entities.flush();
        }
    }

    public static class PanacheByHand {
        public int write() {
            return Panache.executeUpdate("delete from Meeting");
        }
    }

    public static class OwnConnection {
        public void write(Connection connection) throws java.sql.SQLException {
            connection.commit();
        }
    }

    public static class Thing extends Aggregate {
        protected Thing() {}
    }

    public record ThingRecord(UUID id, long version, String path) implements View {}

    /** A proper repository, but for what it does. */
    public abstract static class Things extends Aggregates<Thing, ThingRecord> {
        protected Things() {
            super(null, "thing", Thing.class, thing -> new ThingRecord(thing.id(), thing.version(), "/"));
        }

        @Override
        protected Audience audience(Thing thing) {
            return null;
        }
    }

    public abstract static class PersistingThings extends Things {
        void write(Thing thing) {
            persist(thing);
        }
    }

    public abstract static class UpdatingThings extends Things {
        int write() {
            return update("version = 7");
        }
    }

    public abstract static class DeletingThings extends Things {
        boolean write(Thing thing) {
            return deleteById(thing.id());
        }
    }

    public abstract static class FlushingThings extends Things {
        void write() {
            flush();
        }
    }

    public static class OwnRepository implements PanacheRepositoryBase<Thing, UUID> {}

    public static class OwnProducer {
        public void send(Producer<String, String> producer) {
            producer.flush();
        }
    }

    public static class ThingResource {
        public Thing show() {
            return new Thing();
        }
    }

    public static class TakingResource {
        public String take(Thing thing) {
            return thing.id().toString();
        }
    }

    @Path("/v1/things")
    public static class SilentResource {
        public String show() {
            return "";
        }
    }

    public static class HttpThing extends Aggregate {
        protected HttpThing() {}

        public Response answer() {
            return Response.ok().build();
        }
    }

    public static class ClockReader {
        public Instant now() {
            return Instant.now();
        }
    }

    public static class MillisReader {
        public long now() {
            return System.currentTimeMillis();
        }
    }

    public static class SettableThing extends Aggregate {
        private String name;

        protected SettableThing() {}

        public String name() {
            return name;
        }

        public void setName(String other) {
            name = other;
        }
    }

    public static class OpenThing extends Aggregate {
        public String name;

        protected OpenThing() {}
    }

    public static class Injected {
        @Inject
        UUID id;
    }

    public static class ThingView {}
}
