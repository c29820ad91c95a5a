package org.coalition.acceptance.running;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.coalition.local.process.Await;
import org.coalition.local.stack.Apps;
import org.coalition.local.stack.Coalition;
import org.coalition.local.stack.Feature;
import org.coalition.local.stack.Folders;
import org.coalition.local.stack.KafkaBroker;
import org.coalition.local.stack.Ports;
import org.coalition.local.stack.PostgreSql;
import org.coalition.local.stack.Stack;
import org.coalition.local.story.Story;

/**
 * The packaged product as its users have it: all its processes, on free ports and with data of its own, the London story in it.
 * Tests act on it from outside only; one that breaks something leaves it whole again.
 */
public final class RunningSet implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("coalition.root"));
    private static final Path TARGET = ROOT.resolve("deploy/acceptance/target");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stack stack;
    private final Coalition coalition;
    private final Map<String, String> bearers = new ConcurrentHashMap<>();
    private PublishedContract contract;

    private RunningSet(Stack stack) {
        this.stack = stack;
        this.coalition = new Coalition(stack, Apps.builtIn(ROOT));
    }

    /** @param folder the name of its folder below {@code target} */
    static RunningSet start(String folder, Feature... features) {
        Stack stack = Stack.onFreePorts(TARGET.resolve(folder), TARGET.resolve("programs"), features);
        // Processes of an earlier run that was killed would hold on to its data.
        new RunningSet(stack).close();
        try {
            Folders.delete(stack.data());
        } catch (IOException e) {
            throw new IllegalStateException("The data of an earlier run cannot be deleted", e);
        }
        RunningSet set = new RunningSet(stack);
        try {
            set.startWhatIsDown();
            set.contract = new PublishedContract(Partner.anonymous(stack.gatewayUrl())
                    .get("/openapi?format=json")
                    .body());
            set.tellStory();
            return set;
        } catch (RuntimeException e) {
            set.close();
            throw e;
        }
    }

    /** Starts each process that does not run, and waits until all are ready. */
    public void startWhatIsDown() {
        coalition.start(Coalition.Progress.silent());
    }

    /** Loads the London story if it is not there; tells which of the two. */
    public String tellStory() {
        return new Story(stack).loadIfAbsent();
    }

    public Stack stack() {
        return stack;
    }

    public Coalition processes() {
        return coalition;
    }

    /** What the gateway says of itself. Every answer to the partners of this set is held against it. */
    public PublishedContract contract() {
        return contract;
    }

    /** One of the local clients, at the gateway. */
    public Partner as(String client) {
        return Partner.of(stack.gatewayUrl(), bearer(client)).before(contract);
    }

    /** The bearer token of one of the local clients. */
    public String bearer(String client) {
        return bearers.computeIfAbsent(client, coalition.identity().tokens()::token);
    }

    /** Somebody without a token, at the gateway. */
    public Partner anonymous() {
        return Partner.anonymous(stack.gatewayUrl()).before(contract);
    }

    /** What all topics hold. */
    public EventLog events() {
        return events(KafkaBroker.TOPICS);
    }

    /** What these topics hold. */
    public EventLog events(List<String> topics) {
        return EventLog.read(stack.kafkaClient(), topics);
    }

    /** Processes beside those of this set, on ports and with databases of their own, which use its Kafka and its identity server. */
    public Coalition beside(String name) {
        Ports ours = stack.ports();
        Ports free = Ports.free();
        Stack other = new Stack(
                TARGET.resolve(name),
                TARGET.resolve("programs"),
                new Ports(
                        free.gateway(),
                        free.meetings(),
                        free.initiatives(),
                        ours.identity(),
                        ours.kafka(),
                        ours.kafkaController(),
                        free.postgresql(),
                        free.gatewayManagement(),
                        free.prometheus()),
                stack.jdk(),
                System.getProperty("java.class.path"));
        try {
            Folders.delete(other.data());
        } catch (IOException e) {
            throw new IllegalStateException("The data of an earlier run cannot be deleted", e);
        }
        return new Coalition(other, Apps.builtIn(ROOT));
    }

    /** What all topics hold, once this resource has had so many events. */
    public EventLog awaitEvents(String subject, int count) {
        AtomicReference<EventLog> log = new AtomicReference<>();
        boolean came = Await.until(PATIENCE, () -> {
            log.set(events());
            return log.get().about(subject).count() >= count;
        });
        if (!came) {
            throw new AssertionError("Of " + subject + " there are only "
                    + log.get().about(subject).toList());
        }
        return log.get();
    }

    /** The answer once the services have learned from Kafka what the request refers to, which they refuse with 422 before. */
    public static Answer whenLearned(Supplier<Answer> request) {
        AtomicReference<Answer> last = new AtomicReference<>();
        Await.until(PATIENCE, () -> {
            last.set(request.get());
            return last.get().status() != 422;
        });
        return last.get();
    }

    /** A service's own database, to look and not to touch. */
    public Connection database(String service) throws SQLException {
        if (!PostgreSql.DATABASES.contains(service)) {
            throw new IllegalArgumentException(service + " has no database");
        }
        Connection connection = coalition.postgreSql().connect(service, service);
        connection.setReadOnly(true);
        return connection;
    }

    @Override
    public void close() {
        coalition.stop(Coalition.Progress.silent());
    }
}
