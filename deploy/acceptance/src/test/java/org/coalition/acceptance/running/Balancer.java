package org.coalition.acceptance.running;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.coalition.local.stack.ServiceProcess;

/**
 * Spreads connections over those instances of a service that say that they are ready, as the proxies of a cluster do: it knows of
 * connections, not of requests, and tries none a second time. So whatever an instance does wrong when it goes reaches the caller.
 */
final class Balancer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long LOOK_MILLIS = 250;

    private final List<ServiceProcess> instances;
    private final Vertx vertx = Vertx.vertx();
    private final NetClient outwards =
            vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true).setConnectTimeout(2_000));
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final int port;
    private volatile List<ServiceProcess> ready = List.of();

    Balancer(List<ServiceProcess> instances) {
        this.instances = List.copyOf(instances);
        this.port = vertx.createNetServer(new NetServerOptions().setTcpNoDelay(true))
                .connectHandler(this::connect)
                .listen(0, LOOPBACK)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        var unused = looks.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** The instances, ready or not. */
    List<ServiceProcess> instances() {
        return instances;
    }

    /** Whether all of them get connections. */
    boolean isWhole() {
        return ready.size() == instances.size();
    }

    /** How many connections came to nothing. */
    int refused() {
        return refused.get();
    }

    private void look() {
        ready = instances.stream().filter(ServiceProcess::isReady).toList();
    }

    private void connect(NetSocket caller) {
        List<ServiceProcess> open = ready;
        if (open.isEmpty()) {
            refuse(caller);
            return;
        }
        caller.pause();
        ServiceProcess next = open.get(Math.floorMod(turn.getAndIncrement(), open.size()));
        outwards.connect(next.port(), LOOPBACK)
                .onSuccess(instance -> {
                    // The end of the one is the end of the other, whatever came of what was under way.
                    caller.pipeTo(instance, ended -> {});
                    instance.pipeTo(caller, ended -> {});
                })
                .onFailure(gone -> refuse(caller));
    }

    private void refuse(NetSocket caller) {
        refused.incrementAndGet();
        caller.close();
    }

    @Override
    public void close() {
        looks.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
