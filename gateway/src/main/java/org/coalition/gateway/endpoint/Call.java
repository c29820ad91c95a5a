package org.coalition.gateway.endpoint;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;

/** One request under way; all of it happens on one event loop. */
final class Call {
    private static final int EXCERPT = 300;

    private final Vertx vertx;
    private final HttpClient client;
    private final EndpointConfig config;
    private final EndpointUrl url;
    private final Clock clock;
    private final long begun = System.nanoTime();
    private final Promise<EndpointAnswer> answer = Promise.promise();
    private final Buffer excerpt = Buffer.buffer();
    private HttpClientRequest request;
    private HttpClientResponse response;
    private int received;

    Call(Vertx vertx, HttpClient client, EndpointConfig config, EndpointUrl url, Clock clock) {
        this.vertx = vertx;
        this.client = client;
        this.config = config;
        this.url = url;
        this.clock = clock;
    }

    Future<EndpointAnswer> answer() {
        return answer.future();
    }

    void begin(Future<InetAddress> address, HttpMethod method, List<Map.Entry<String, String>> headers, Buffer body) {
        long deadline = vertx.setTimer(config.patience().toMillis(), late -> givenUp());
        answer.future().onComplete(done -> vertx.cancelTimer(deadline));
        address.compose(checked -> client.request(options(checked, method, headers)))
                .onSuccess(connected -> send(connected, body))
                .onFailure(this::failed);
    }

    /** The connection goes to the address that was checked; Host, SNI and the check of the certificate go by the name. */
    private RequestOptions options(InetAddress checked, HttpMethod method, List<Map.Entry<String, String>> headers) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(url.port(), checked.getHostAddress()))
                .setHost(url.name())
                .setPort(url.port())
                .setSsl(url.secure())
                .setFollowRedirects(false)
                .setURI(url.target());
        headers.forEach(header -> options.putHeader(header.getKey(), header.getValue()));
        return options;
    }

    private void send(HttpClientRequest connected, Buffer body) {
        request = connected;
        if (answer.future().isComplete()) {
            reset();
            return;
        }
        connected.exceptionHandler(this::failed);
        connected.send(body).onSuccess(this::receive).onFailure(this::failed);
    }

    private void receive(HttpClientResponse head) {
        response = head;
        head.handler(this::take).endHandler(end -> complete()).exceptionHandler(this::failed);
    }

    private void take(Buffer part) {
        received += part.length();
        if (excerpt.length() < EXCERPT) {
            excerpt.appendBuffer(part, 0, Math.min(part.length(), EXCERPT - excerpt.length()));
        }
        if (received > config.answerBytes()) {
            complete();
            reset();
        }
    }

    /** With an answer whose end nobody waits for any longer, or without any. */
    private void givenUp() {
        if (response == null) {
            fail(Failure.TIMEOUT);
        } else {
            complete();
        }
        reset();
    }

    private void failed(Throwable cause) {
        if (response != null) {
            // Its head has said what was asked.
            complete();
        } else if (cause instanceof Guard.Refused refused) {
            fail(refused.failure());
        } else {
            fail(isTls(cause) ? Failure.TLS : isNoHttp(cause) ? Failure.ANSWER : Failure.CONNECTION);
        }
    }

    private static boolean isTls(Throwable cause) {
        return cause instanceof SSLException || cause.getCause() instanceof SSLException;
    }

    private static boolean isNoHttp(Throwable cause) {
        return cause instanceof IllegalArgumentException
                || cause.getClass().getName().startsWith("io.netty.handler.codec");
    }

    private void fail(Failure failure) {
        answer.tryComplete(EndpointAnswer.none(failure, took()));
    }

    private void complete() {
        answer.tryComplete(new EndpointAnswer(
                null,
                response.statusCode(),
                took(),
                RetryAfter.read(response.getHeader("retry-after"), clock.instant()),
                response.getHeader("webhook-allowed-origin"),
                excerpt.toString(StandardCharsets.UTF_8)
                        .replaceAll("[^\\x20-\\x7e]+", " ")
                        .strip()));
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void reset() {
        if (request != null) {
            request.reset();
            request.connection().close();
        }
    }
}
