package org.coalition.gateway.endpoint;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks endpoints. No thread waits for any of them, so as many as will may hang; none is asked for longer than the patience, and
 * nothing is kept of an answer but its head and a short excerpt. Redirects are not followed.
 */
@Singleton
public class EndpointClient {
    /** For one address; who keeps all of these busy waits for himself. */
    private static final int CONNECTIONS = 64;

    private static final int CONNECT_MILLIS = 5_000;
    private static final int IDLE_SECONDS = 20;

    private final Vertx vertx;
    private final Guard guard;
    private final EndpointConfig config;
    private final Clock clock;
    private final HttpClient client;
    private final Context loop;

    @Inject
    EndpointClient(Vertx vertx, Guard guard, EndpointConfig config, Clock clock) {
        this(vertx, guard, config, clock, new HttpClientOptions());
    }

    /** @param trust whose certificates are trusted, if not those that the platform trusts */
    EndpointClient(Vertx vertx, Guard guard, EndpointConfig config, Clock clock, HttpClientOptions trust) {
        this.vertx = vertx;
        this.guard = guard;
        this.config = config;
        this.clock = clock;
        this.loop = vertx.getOrCreateContext();
        HttpClientOptions options = trust.setProtocolVersion(HttpVersion.HTTP_1_1)
                .setUseAlpn(false)
                .setMaxPoolSize(CONNECTIONS)
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(16_384)
                .setDecompressionSupported(false)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                .setVerifyHost(true)
                .setForceSni(true)
                // Our spans are no business of strangers.
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setTcpNoDelay(true);
        this.client = vertx.httpClientBuilder()
                .with(options)
                // What breaks shows in the answer of whoever uses it, and is no news otherwise.
                .withConnectHandler(connection -> connection.exceptionHandler(known -> {}))
                .build();
    }

    /**
     * Asks once. The future never fails: what goes wrong is an answer, too.
     *
     * @param headers in this order, each once
     */
    public Future<EndpointAnswer> ask(
            EndpointUrl url, HttpMethod method, List<Map.Entry<String, String>> headers, byte[] body) {
        Call call = new Call(vertx, client, config, url, clock);
        loop.runOnContext(begin -> call.begin(guard.address(url, loop), method, headers, Buffer.buffer(body)));
        return call.answer();
    }
}
