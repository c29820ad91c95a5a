package org.coalition.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.coalition.local.process.Jdk;
import org.coalition.local.stack.Apps;
import org.coalition.local.stack.Coalition;
import org.coalition.local.stack.Ports;
import org.coalition.local.stack.ServiceProcess;
import org.coalition.local.stack.Stack;

/**
 * Measures a set of its own, on free ports and with data of its own: how long an event takes to its consumer, what the
 * gateway costs a read, and how fast a backlog drains. All figures of one run come from one machine in one state; only their ratios travel.
 */
public final class Bench {
    // Beyond anything the load can reach: what is measured is the gateway with limits on, not the limit.
    private static final String NO_LIMIT = "10000000";
    private static final Duration DEFAULT = Duration.ofSeconds(60);

    private Bench() {}

    /** Takes the seconds that the event measurement may last; without them a minute. */
    public static void main(String[] arguments) throws Exception {
        Duration length = arguments.length > 0 ? Duration.ofSeconds(Long.parseLong(arguments[0])) : DEFAULT;
        Path root = Path.of(System.getProperty("coalition.root", ".")).toAbsolutePath();
        Path data = Files.createTempDirectory("coalition-bench");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Stack stack = new Stack(
                data,
                root.resolve("deploy/bench/target/programs"),
                Ports.free(),
                Jdk.best(),
                System.getProperty("java.class.path"));
        Coalition coalition = new Coalition(stack, Apps.builtIn(root));
        ServiceProcess gateway = coalition
                .gateway()
                .with("COALITION_EDGE_RATE_PER_SECOND", NO_LIMIT)
                .with("COALITION_EDGE_RATE_BURST", NO_LIMIT)
                // Nothing is asked of the initiatives here, so their service stays out of the measurement.
                .with(
                        "COALITION_INITIATIVES_URL",
                        "http://localhost:" + stack.ports().meetings());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(coalition, data)));
        start(coalition, gateway);
        out.println("Measuring on " + Runtime.version() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors");
        Api api = new Api(stack);
        List<String> meetings = api.prepare(EventLatency.MEETINGS);
        new EventLatency(api, meetings, out).measure(length, stack.bootstrapServers());
        new ReadCost(stack, gateway.pid().orElseThrow(), api.token(), meetings.get(0), out).measure();
        new Drain(stack, coalition, out).measure();
    }

    private static void start(Coalition coalition, ServiceProcess gateway) {
        List.of(coalition.postgreSql(), coalition.kafka(), coalition.identity()).forEach(part -> part.startAndAwait());
        coalition.meetings().start();
        gateway.start();
        coalition.meetings().awaitReady();
        gateway.awaitReady();
    }

    private static void end(Coalition coalition, Path data) {
        coalition.stop(Coalition.Progress.silent());
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
