package org.coalition.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.coalition.local.process.Await;
import org.coalition.local.stack.Ports;
import org.coalition.local.stack.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two instances of a service, both written to; one of them relays. */
@ExtendWith(Acceptance.class)
@TestInstance(Lifecycle.PER_CLASS)
class RelayLeaderIT {
    private static final Duration TO_TAKE_OVER = Duration.ofSeconds(60);

    private final RunningSet set;
    private final ServiceProcess first;
    private final ServiceProcess second;

    RelayLeaderIT(RunningSet set) {
        this.set = set;
        this.first = set.processes().meetings();
        this.second = first.named("meetings-2", Ports.free(1).get(0));
    }

    @BeforeAll
    void startTheSecond() {
        second.startAndAwait();
    }

    @AfterEach
    void leaveThemWhole() {
        Stream.of(first, second).forEach(ServiceProcess::resume);
        second.startAndAwait();
        set.startWhatIsDown();
    }

    @AfterAll
    void stopTheSecond() {
        second.stop();
        new Evidence(set).trailsHold();
    }

    @Test
    void aKilledLeaderIsSucceeded() {
        try (Load load = Load.on(set, set.stack().gatewayUrl(), url(second))) {
            ServiceProcess leader = awaitLeaderAmong(first, second);
            leader.kill();
            awaitLeaderAmong(other(leader));
            load.awaitMore(100);
            leader.startAndAwait();
            load.awaitMore(100);
            new Evidence(set).holdsAgainst(load.stop());
        }
    }

    @Test
    void aSilentLeaderIsSucceededAndStepsDownWhenItComesBack() {
        try (Load load = Load.on(set, set.stack().gatewayUrl(), url(second))) {
            ServiceProcess leader = awaitLeaderAmong(first, second);
            leader.suspend();
            awaitLeaderAmong(other(leader));
            leader.resume();
            assertTrue(Await.until(TO_TAKE_OVER, () -> !leads(leader)), "two instances lead");
            load.awaitMore(100);
            new Evidence(set).holdsAgainst(load.stop());
        }
    }

    private ServiceProcess other(ServiceProcess one) {
        return one == first ? second : first;
    }

    private static ServiceProcess awaitLeaderAmong(ServiceProcess... instances) {
        List<ServiceProcess> candidates = List.of(instances);
        assertTrue(Await.until(TO_TAKE_OVER, () -> leader(candidates).isPresent()), "nobody leads");
        return leader(candidates).orElseThrow();
    }

    private static Optional<ServiceProcess> leader(List<ServiceProcess> instances) {
        return instances.stream().filter(RelayLeaderIT::leads).findFirst();
    }

    private static boolean leads(ServiceProcess instance) {
        try {
            Answer health = Partner.anonymous(url(instance)).get("/q/health/ready");
            return StreamSupport.stream(health.body().path("checks").spliterator(), false)
                    .anyMatch(check -> check.path("data").path("leader").asBoolean());
        } catch (UncheckedIOException noAnswer) {
            return false;
        }
    }

    private static String url(ServiceProcess instance) {
        return "http://localhost:" + instance.port();
    }
}
