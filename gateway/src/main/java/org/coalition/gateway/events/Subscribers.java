package org.coalition.gateway.events;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.coalition.gateway.route.Desk;

/** All streams that are open, by the event loop on which each of them lives, and how many a client may have. */
@Singleton
class Subscribers {
    private static final long MOST_TICK_MILLIS = 500;

    private final EventsConfig.Stream config;
    private final StreamMetrics metrics;
    private final Map<Desk, Loop> loops = new ConcurrentHashMap<>();
    private final Map<String, Integer> ofClient = new HashMap<>();
    private int all;
    private volatile boolean closing;

    Subscribers(EventsConfig config, StreamMetrics metrics, KafkaLog log) {
        this.config = config.stream();
        this.metrics = metrics;
        log.listen(() -> loops.values().forEach(Loop::news));
    }

    /** What is said to one who wants a stream. */
    enum Admission {
        GRANTED,
        CLIENT_HAS_ENOUGH,
        FULL
    }

    /** The streams of one event loop; touched there only. */
    private static final class Loop {
        private final Context context;
        private final Set<EventStream> streams = new HashSet<>();
        private final AtomicBoolean told = new AtomicBoolean();

        Loop(Context context, long tickMillis) {
            this.context = context;
            context.owner().setPeriodic(tickMillis, timer -> tick());
        }

        /** However much is added meanwhile, one look is due. */
        void news() {
            if (told.compareAndSet(false, true)) {
                context.runOnContext(now -> {
                    told.set(false);
                    List.copyOf(streams).forEach(EventStream::pump);
                });
            }
        }

        private void tick() {
            long now = System.nanoTime();
            List.copyOf(streams).forEach(stream -> stream.tick(now));
        }
    }

    /** Takes a place for a stream of this client, which {@link #released} gives back. */
    synchronized Admission admit(String client) {
        if (closing || all >= config.most()) {
            return Admission.FULL;
        }
        int own = ofClient.getOrDefault(client, 0);
        if (own >= config.mostOfClient()) {
            return Admission.CLIENT_HAS_ENOUGH;
        }
        ofClient.put(client, own + 1);
        all++;
        return Admission.GRANTED;
    }

    synchronized void released(String client) {
        ofClient.computeIfPresent(client, (name, own) -> own == 1 ? null : own - 1);
        all--;
    }

    /** The stream has begun, on the event loop of this desk, which is the running one. */
    void opened(EventStream stream, Desk desk) {
        long tick = Math.min(MOST_TICK_MILLIS, Math.max(50, config.heartbeat().toMillis() / 4));
        loops.computeIfAbsent(desk, first -> new Loop(Vertx.currentContext(), tick))
                .streams
                .add(stream);
        metrics.opened();
        if (closing) {
            stream.end(Ending.CLOSING);
        }
    }

    void closed(EventStream stream, Desk desk, String client, Ending cause) {
        loops.get(desk).streams.remove(stream);
        released(client);
        metrics.closed(cause);
    }

    /** Before the gateway waits for what is under way: a stream would never end by itself. */
    void close(@Observes @Priority(1) ShutdownEvent stop) {
        closing = true;
        loops.values()
                .forEach(loop -> loop.context.runOnContext(
                        now -> List.copyOf(loop.streams).forEach(stream -> stream.end(Ending.CLOSING))));
    }
}
