package org.coalition.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.process.Await;
import org.coalition.local.stack.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A service dies at each place where that would hurt, amid the writes of eight partners. Each case kills twice: first at a
 * moment of chance, which leaves a backlog, then the successor at the named place.
 */
@ExtendWith(Acceptance.class)
class CrashPointIT {
    private static final int ROUNDS = Integer.getInteger("fault.rounds");
    private static final Duration TO_DIE = Duration.ofSeconds(90);
    /** Passed with each request or batch, so the process dies there after some of them; the others, once in a term as leader. */
    private static final List<String> RECURRING = List.of(
            "before-commit",
            "after-commit",
            "relay-before-send",
            "relay-before-kafka-commit",
            "relay-after-kafka-commit",
            "relay-after-settle");

    private static final List<String> ONCE = List.of("relay-after-lease", "relay-after-init", "relay-after-read-back");
    /** With these a short run is content: both sides of both commits. */
    private static final Set<String> TELLING =
            Set.of("before-commit", "after-commit", "relay-before-kafka-commit", "relay-after-kafka-commit");

    private final RunningSet set;

    CrashPointIT(RunningSet set) {
        this.set = set;
    }

    static Stream<Arguments> places() {
        return IntStream.range(0, ROUNDS)
                .boxed()
                .flatMap(round -> Stream.concat(
                        RECURRING.stream().filter(CrashPointIT::isWanted).map(place -> place + ":" + (7 + 13 * round)),
                        ONCE.stream().filter(CrashPointIT::isWanted).map(place -> place + ":1")))
                .flatMap(place -> Stream.of("meetings", "initiatives").map(service -> Arguments.of(place, service)))
                // In a short run each place once, the services in turn.
                .filter(new Alternating(ROUNDS > 1));
    }

    private static boolean isWanted(String place) {
        return ROUNDS > 1 || TELLING.contains(place);
    }

    @AfterAll
    static void trailsHold(RunningSet set) {
        new Evidence(set).trailsHold();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("places")
    void nothingIsLostNorDoubled(String place, String service) {
        ServiceProcess process = service.equals("meetings")
                ? set.processes().meetings()
                : set.processes().initiatives();
        try (Load load = Load.on(set, set.stack().gatewayUrl())) {
            process.kill();
            process.option("-Dcoalition.crash-point=" + place).start();
            assertTrue(Await.until(TO_DIE, () -> !process.isRunning()), () -> place + " was never reached");
            process.startAndAwait();
            load.awaitMore(100);
            new Evidence(set).holdsAgainst(load.stop());
        } finally {
            set.startWhatIsDown();
        }
    }

    /** Keeps all, or of each pair in turn the one and the other. */
    private static final class Alternating implements java.util.function.Predicate<Arguments> {
        private final boolean all;
        private int seen;

        Alternating(boolean all) {
            this.all = all;
        }

        @Override
        public boolean test(Arguments ignored) {
            int number = seen++;
            return all || (number / 2) % 2 == number % 2;
        }
    }
}
