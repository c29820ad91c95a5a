package org.coalition.gateway.route;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * The resources that the gateway has itself, as a service among the others: Quarkus serves them on a port of the loopback that is
 * new at each start, and the front door relays to it. So the webhooks are written, refused and described as everything else is,
 * and what an extension may mount on Quarkus's server is still reached by nobody outside.
 */
@Singleton
public class Inside {
    /** As the contract calls it ({@code x-service}). */
    static final String NAME = "webhooks";

    private static final String LOOPBACK = "127.0.0.1";
    private static final long PATIENCE_SECONDS = 10;
    private static final int AFTER_THE_FRONT_DOOR = Integer.MAX_VALUE;

    private final Vertx vertx;
    private HttpServer server;

    Inside(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Open before the front door is, which knows its address from then on. */
    void open(@Observes StartupEvent start) throws Exception {
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setMaxHeaderSize(65_536)
                        .setMaxInitialLineLength(16_384)
                        .setIdleTimeout(60)
                        .setTcpNoDelay(true))
                .requestHandler(VertxHttpRecorder.getRootHandler());
        server.listen(0, LOOPBACK).toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void close(@Observes @Priority(AFTER_THE_FRONT_DOOR) ShutdownEvent stop) throws Exception {
        server.close().toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://" + LOOPBACK + ':' + server.actualPort());
    }
}
