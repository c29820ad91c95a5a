package org.coalition.gateway;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.coalition.gateway.compose.Composition;
import org.coalition.gateway.edge.EdgeConfig;
import org.coalition.gateway.edge.Page;
import org.coalition.gateway.edge.Pages;
import org.coalition.gateway.edge.Reception;
import org.coalition.gateway.route.Routes;
import org.jboss.logging.Logger;

/** Opens the public port, one door for each event loop, and closes it without cutting anybody off. */
@Singleton
public class Gateway {
    private static final Logger LOG = Logger.getLogger(Gateway.class);
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final long DRAIN_CHECK_MILLIS = 50;

    private final Vertx vertx;
    private final EdgeConfig config;
    private final Reception reception;
    private final Routes routes;
    private final Map<String, Page> pages = new HashMap<>();
    private final Map<String, Composition> compositions = new HashMap<>();
    private final Attendance attendance;
    private String doors;

    Gateway(
            Vertx vertx,
            EdgeConfig config,
            Reception reception,
            Routes routes,
            @All List<Pages> pages,
            @All List<Composition> compositions) {
        this.vertx = vertx;
        this.config = config;
        this.reception = reception;
        this.routes = routes;
        this.attendance = new Attendance(config.port());
        pages.forEach(some -> this.pages.putAll(some.pages()));
        compositions.forEach(one -> this.compositions.put(one.path(), one));
        if (!this.compositions.keySet().equals(routes.own())) {
            throw new IllegalArgumentException("The contract's own paths are %s, the gateway answers %s"
                    .formatted(routes.own(), this.compositions.keySet()));
        }
    }

    /** The port that is really open. */
    public int port() {
        return attendance.port();
    }

    void open(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) throws Exception {
        doors = await(
                vertx.deployVerticle(
                        () -> new FrontDoor(config, reception, routes, pages, compositions, attendance),
                        new DeploymentOptions()
                                .setInstances(Runtime.getRuntime().availableProcessors())),
                START);
        LOG.infof("The gateway listens on http://%s:%d", config.host(), port());
    }

    /** Until every balancer has heard that this gateway is not ready any more, it serves whoever comes. */
    void prepareToClose(@Observes ShutdownDelayInitiatedEvent going) {
        attendance.close();
    }

    void close(@Observes ShutdownEvent stop) throws Exception {
        attendance.close();
        Promise<Void> idle = Promise.promise();
        vertx.setPeriodic(DRAIN_CHECK_MILLIS, timer -> {
            if (attendance.isIdle() && vertx.cancelTimer(timer)) {
                idle.complete();
            }
        });
        try {
            await(idle.future(), config.drain());
        } catch (TimeoutException e) {
            LOG.warn("Stopping with requests under way; they are cut off");
        }
        await(vertx.undeploy(doors), STOP);
    }

    private static <T> T await(Future<T> future, Duration patience) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
