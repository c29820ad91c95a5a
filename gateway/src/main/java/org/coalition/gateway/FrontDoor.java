package org.coalition.gateway;

import io.netty.handler.codec.compression.StandardCompressionOptions;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.coalition.defaults.problem.ProblemType;
import org.coalition.gateway.compose.Composition;
import org.coalition.gateway.edge.EdgeConfig;
import org.coalition.gateway.edge.Exchange;
import org.coalition.gateway.edge.Page;
import org.coalition.gateway.edge.Reception;
import org.coalition.gateway.route.Desk;
import org.coalition.gateway.route.Routes;

/**
 * The public port on one event loop. It is a server of its own, not Quarkus's, for three reasons: that one answers what
 * it cannot parse without a problem document and cannot be told otherwise; it wraps each request in layers for
 * frameworks that are not here; and nothing that an extension may mount on it can come to be public by accident.
 */
final class FrontDoor extends AbstractVerticle {
    private static final String PAGE_METHODS = "GET, HEAD, OPTIONS";
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int COMPRESSION = 3;
    private static final long PATIENCE_CHECK_MILLIS = 1000;

    private final EdgeConfig config;
    private final Reception reception;
    private final Routes routes;
    private final Map<String, Page> pages;
    private final Map<String, Composition> compositions;
    private final Attendance attendance;
    private Visitors visitors;
    private Desk desk;
    private HttpServer server;

    FrontDoor(
            EdgeConfig config,
            Reception reception,
            Routes routes,
            Map<String, Page> pages,
            Map<String, Composition> compositions,
            Attendance attendance) {
        this.config = config;
        this.reception = reception;
        this.routes = routes;
        this.pages = pages;
        this.compositions = compositions;
        this.attendance = attendance;
    }

    @Override
    public void start(Promise<Void> started) {
        desk = routes.openDesk(vertx);
        visitors = new Visitors(attendance, config.clientPatience());
        vertx.setPeriodic(PATIENCE_CHECK_MILLIS, timer -> visitors.dismissIdle());
        server = vertx.createHttpServer(options())
                .connectionHandler(visitors::arrived)
                .invalidRequestHandler(this::unreadable)
                .requestHandler(this::receive);
        server.listen(config.port(), config.host())
                .onSuccess(listening -> attendance.listening(listening.actualPort()))
                .<Void>mapEmpty()
                .onComplete(started);
    }

    @Override
    public void stop(Promise<Void> stopped) {
        // Before the connections to the services go, which Vert.x closes after this.
        server.close().onComplete(stopped);
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(config.limits().targetBytes())
                .setMaxHeaderSize(config.limits().headerBytes())
                .setHttp2ClearTextEnabled(false)
                // No WebSockets here; without their compression one handler less sees each message.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setHandle100ContinueAutomatically(false)
                // For those who ask for it; fast rather than thorough, as an event loop does it. See House for what is
                // left out.
                .setCompressionSupported(true)
                .addCompressor(StandardCompressionOptions.gzip(COMPRESSION, 15, 8))
                // For a caller that reads no more: a close of our own would wait behind what it does not take. Twice
                // the patience,
                // since a large page counts as one write, which a slow line may take its time for.
                .setIdleTimeout(2 * (int) config.clientPatience().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setTcpNoDelay(true)
                .setAcceptBacklog(1024);
    }

    private void unreadable(HttpServerRequest request) {
        reception.refuseUnreadable(request);
    }

    private void receive(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        visitors.served(connection);
        request.response().endHandler(ended -> visitors.waiting(connection));
        reception.receive(request, attendance.isClosing(), this::find);
    }

    private void find(Exchange exchange) {
        HttpMethod method = exchange.request().method();
        String path = exchange.target().path();
        Page page = pages.get(path);
        if (page != null) {
            if (READS.contains(method)) {
                page.answer(exchange);
            } else {
                refuseMethod(exchange, PAGE_METHODS);
            }
            return;
        }
        Routes.Match match = routes.match(path);
        if (match == null) {
            exchange.refuse(ProblemType.NOT_FOUND, "The contract has no such path; see /docs.");
        } else if (!match.allows(method) || method == HttpMethod.OPTIONS) {
            refuseMethod(exchange, match.allow());
        } else {
            reception.admit(exchange, admitted -> enter(admitted, match));
        }
    }

    private void enter(Exchange exchange, Routes.Match match) {
        Span span = Span.current();
        if (span.isRecording()) {
            // Vert.x knows nothing of our routes, and would call it by its method only.
            span.updateName(exchange.request().method() + " " + match.template());
        }
        Composition composition = compositions.get(match.path());
        if (composition == null) {
            desk.relay(exchange, match);
        } else {
            composition.answer(exchange, desk);
        }
    }

    private static void refuseMethod(Exchange exchange, String allowed) {
        if (exchange.request().method() == HttpMethod.OPTIONS) {
            exchange.answerOptions(allowed);
        } else {
            exchange.request().response().headers().set("allow", allowed);
            exchange.refuse(
                    ProblemType.METHOD_NOT_ALLOWED, exchange.request().method() + " is not a method of this resource.");
        }
    }
}
