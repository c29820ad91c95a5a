package org.coalition.gateway.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.coalition.defaults.outbox.CrashPoint;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.gateway.endpoint.EndpointAnswer;
import org.coalition.gateway.endpoint.EndpointClient;
import org.coalition.gateway.endpoint.EndpointConfig;
import org.coalition.gateway.endpoint.EndpointUrl;
import org.coalition.gateway.endpoint.Failure;
import org.coalition.gateway.schema.Loop;
import org.coalition.gateway.schema.Recorder;
import org.coalition.gateway.schema.Rows;
import org.coalition.gateway.webhook.Signatures;
import org.coalition.gateway.webhook.Webhooks;
import org.jboss.logging.Logger;

/** Sends what is due. No thread waits for an endpoint, and each has its own few requests under way: one that hangs delays no other. */
@Singleton
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final int RECORDERS = 4;
    /** Taken from the queue at a time, and held in memory before more is taken. */
    private static final int AT_A_TIME = 64;

    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final Duration TO_STOP = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 20;

    private final Queue queue;
    private final Rows rows;
    private final Signatures signatures;
    private final Webhooks webhooks;
    private final EndpointClient endpoints;
    private final EndpointConfig addresses;
    private final DeliveryConfig config;
    private final Clock clock;
    private final DeliveryMetrics metrics;
    private final Map<UUID, Integer> busy = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final Recorder recorder = new Recorder("webhook-record", RECORDERS);
    private final Loop loop = new Loop("webhook-dispatch", this::step);

    Dispatcher(
            Queue queue,
            Rows rows,
            Signatures signatures,
            Webhooks webhooks,
            EndpointClient endpoints,
            EndpointConfig addresses,
            DeliveryConfig config,
            Clock clock,
            DeliveryMetrics metrics) {
        this.queue = queue;
        this.rows = rows;
        this.signatures = signatures;
        this.webhooks = webhooks;
        this.endpoints = endpoints;
        this.addresses = addresses;
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    /** What endpoints are being told is told to its end, so that another instance need not tell it again. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop(TO_STOP);
        for (long end = System.nanoTime() + TO_STOP.toNanos(); !busy.isEmpty() && System.nanoTime() < end; ) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        if (!recorder.stop(TO_STOP)) {
            LOG.info("Deliveries that are under way will be made again");
        }
    }

    /** Something may be due now. */
    void wake() {
        loop.wake();
    }

    private Duration step() {
        int room = config.inAll()
                - busy.values().stream().mapToInt(Integer::intValue).sum();
        if (!rows.areThere() || room <= 0 || bytes.get() > MOST_BYTES) {
            return config.poll();
        }
        List<Due> taken = queue.take(Map.copyOf(busy), Math.min(room, AT_A_TIME));
        taken.forEach(this::send);
        return taken.isEmpty() ? config.poll() : Duration.ZERO;
    }

    private void send(Due due) {
        CrashPoint.DELIVERY_AFTER_CLAIM.reached();
        busy.merge(due.webhook(), 1, Integer::sum);
        bytes.addAndGet(due.body().length);
        Instant at = clock.instant();
        try {
            long second = at.getEpochSecond();
            String signature = signatures.of(
                    due.webhook(), due.keys().current(), due.keys().previous(), due.eventId(), second, due.body());
            endpoints
                    .ask(
                            EndpointUrl.of(due.url(), addresses),
                            HttpMethod.POST,
                            due.headers(second, signature),
                            due.body())
                    .onSuccess(answer -> recorder.record(() -> finish(due, at, answer)));
        } catch (RuleViolated noLongerTaken) {
            recorder.record(() -> finish(due, at, EndpointAnswer.none(Failure.ADDRESS, Duration.ZERO)));
        } catch (RuntimeException e) {
            // One whose secret cannot be opened must not hold up the others; it is due again when its claim runs out.
            release(due);
            LOG.errorf(e, "Delivery %s could not be sent", due.id());
        }
    }

    private void finish(Due due, Instant at, EndpointAnswer answer) {
        try {
            CrashPoint.DELIVERY_BEFORE_RECORD.reached();
            Queue.Result result = queue.record(due, at, answer);
            CrashPoint.DELIVERY_AFTER_RECORD.reached();
            metrics.count(due, result, answer.took());
            if (result == Queue.Result.ENDPOINT_GONE) {
                webhooks.disable(due.webhook(), "The endpoint answered 410: it wants no more.");
            } else if (result == Queue.Result.ENDPOINT_LOST) {
                webhooks.disable(due.webhook(), "Every delivery failed for days. Last: " + answer.words());
            }
        } catch (RuntimeException later) {
            // Taken for lost when its claim runs out, and so made again.
            LOG.warnf(later, "What came of delivery %s could not be recorded", due.id());
        } finally {
            release(due);
            loop.wake();
        }
    }

    private void release(Due due) {
        bytes.addAndGet(-due.body().length);
        busy.computeIfPresent(due.webhook(), (webhook, count) -> count == 1 ? null : count - 1);
    }
}
