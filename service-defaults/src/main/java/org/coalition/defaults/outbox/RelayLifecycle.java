package org.coalition.defaults.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Starts the relay with the application, after the migrations, and stops it after the last request. */
@Singleton
final class RelayLifecycle {
    private static final String DATASOURCE = "quarkus.datasource.";
    private static final String DRIVER_SETTINGS = DATASOURCE + "jdbc.additional-jdbc-properties.";

    private final OutboxRelay relay;
    private final OutboxWatch watch;
    private final RelayStatus status;

    RelayLifecycle(
            OutboxConfig outbox,
            Config config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            RelaySignal signal,
            @All List<LeaderDuty> duties,
            MeterRegistry meters) {
        status = new RelayStatus(meters, outbox.degradedAfter());
        RelayTools tools = new RelayTools(outbox, database(config), kafka, signal, status, duties, CrashPoint::reached);
        relay = new OutboxRelay(tools);
        watch = new OutboxWatch(tools);
    }

    @Produces
    @Singleton
    RelayStatus status() {
        return status;
    }

    void start(@Observes StartupEvent event) {
        relay.start();
        watch.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        relay.stop();
        watch.stop();
    }

    private static OutboxDatabase database(Config config) {
        Map<String, String> more = new HashMap<>();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(DRIVER_SETTINGS))
                .forEach(name -> more.put(
                        name.substring(DRIVER_SETTINGS.length()).replace("\"", ""),
                        config.getValue(name, String.class)));
        return new OutboxDatabase(
                config.getValue(DATASOURCE + "jdbc.url", String.class),
                config.getValue(DATASOURCE + "username", String.class),
                config.getValue(DATASOURCE + "password", String.class),
                more);
    }
}
