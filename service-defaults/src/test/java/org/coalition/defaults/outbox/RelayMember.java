package org.coalition.defaults.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One instance of the service, as far as the relay is concerned. */
final class RelayMember {
    private final RelaySignal signal = new RelaySignal();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RelayStatus status;
    private final OutboxRelay relay;
    private final OutboxWatch watch;

    RelayMember(
            OutboxConfig config,
            OutboxDatabase database,
            String bootstrap,
            LeaderDuty duty,
            Consumer<CrashPoint> passing) {
        status = new RelayStatus(meters, config.degradedAfter());
        RelayTools tools = new RelayTools(
                config, database, Map.of("bootstrap.servers", bootstrap), signal, status, List.of(duty), passing);
        relay = new OutboxRelay(tools);
        watch = new OutboxWatch(tools);
        relay.start();
        watch.start();
    }

    /** As the write door does after a commit. */
    void wake() {
        signal.wake();
    }

    RelayStatus status() {
        return status;
    }

    double counter(String name) {
        return meters.counter(name).count();
    }

    void leave() throws InterruptedException {
        relay.stop();
        watch.stop();
    }
}
