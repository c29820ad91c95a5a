package org.coalition.gateway.edge;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import org.coalition.defaults.problem.ProblemType;
import org.jboss.logging.Logger;

/** Receives requests: charges the client's budget, checks the form of the request, and finds out whose it is. */
@Singleton
public class Reception {
    private static final Logger LOG = Logger.getLogger(Reception.class);
    private static final String CHALLENGE = "Bearer realm=\"coalition\"";

    private final EdgeConfig config;
    private final House house;
    private final RateLimits limits;
    private final Tokens tokens;

    Reception(EdgeConfig config, House house, RateLimits limits, Tokens tokens) {
        this.config = config;
        this.house = house;
        this.limits = limits;
        this.tokens = tokens;
    }

    /** Takes in a request that the HTTP decoder could read; what is wrong with it is answered, what is not goes on. */
    public void receive(HttpServerRequest request, boolean last, Consumer<Exchange> inside) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Bearer verified = authorization == null ? null : tokens.remembered(authorization);
        Exchange exchange =
                new Exchange(request, house, limits.charge(verified == null ? address(request) : verified.client()));
        if (exchange.hasBody()) {
            request.pause();
        }
        if (last) {
            exchange.partAfterwards();
        }
        if (isWithinBudget(exchange) && isWellFormed(exchange)) {
            inside.accept(exchange);
        }
    }

    /** Answers a request that the HTTP decoder gave up on. The connection ends with it: nobody knows where the next begins. */
    public void refuseUnreadable(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        Exchange exchange = new Exchange(request, house, limits.charge(address(request)));
        exchange.closeAfterwards();
        if (cause instanceof TooLongHttpLineException) {
            exchange.refuse(
                    ProblemType.URI_TOO_LONG,
                    "The request line may have " + config.limits().targetBytes() + " bytes at most.");
        } else if (cause instanceof TooLongHttpHeaderException) {
            exchange.refuse(
                    ProblemType.HEADERS_TOO_LARGE,
                    "The headers may have " + config.limits().headerBytes() + " bytes at most.");
        } else {
            exchange.refuse(ProblemType.MALFORMED_REQUEST, "This is not a well-formed HTTP/1.1 request (RFC 9112).");
        }
    }

    /** Lets the request in if it carries no token or a good one; a write needs one. */
    public void admit(Exchange exchange, Consumer<Exchange> inside) {
        String authorization = exchange.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            if (HeaderCheck.isRead(exchange.request().method())) {
                inside.accept(exchange);
            } else {
                challenge(exchange, CHALLENGE, "A write needs an access token.");
            }
        } else {
            Bearer known = tokens.remembered(authorization);
            if (known == null) {
                verify(exchange, authorization, inside);
            } else {
                exchange.borneBy(known);
                inside.accept(exchange);
            }
        }
    }

    private void verify(Exchange exchange, String authorization, Consumer<Exchange> inside) {
        Context loop = Vertx.currentContext();
        tokens.verify(authorization)
                .subscribe()
                .with(
                        verified -> loop.runOnContext(back -> {
                            exchange.borneBy(verified);
                            exchange.charged(limits.charge(verified.client()));
                            if (isWithinBudget(exchange)) {
                                inside.accept(exchange);
                            }
                        }),
                        failure -> loop.runOnContext(back -> notVerified(exchange, failure)));
    }

    private void notVerified(Exchange exchange, Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            LOG.debugf("Token refused: %s", failure.getMessage());
            challenge(exchange, CHALLENGE + ", error=\"invalid_token\"", "The access token is not valid here.");
        } else {
            LOG.warnf("Tokens cannot be verified: %s", failure);
            exchange.refuse(ProblemType.UNAVAILABLE, "Tokens cannot be verified at the moment.");
        }
    }

    private static void challenge(Exchange exchange, String challenge, String detail) {
        exchange.request().response().headers().set("www-authenticate", challenge);
        exchange.refuse(ProblemType.UNAUTHORIZED, detail);
    }

    private static boolean isWithinBudget(Exchange exchange) {
        RateLimits.Charge charge = exchange.charge();
        if (!charge.granted()) {
            exchange.request().response().headers().set(HttpHeaders.RETRY_AFTER, String.valueOf(charge.retryAfter()));
            exchange.refuse(ProblemType.RATE_LIMITED, "The budget of this client is used up for the moment.");
        }
        return charge.granted();
    }

    private boolean isWellFormed(Exchange exchange) {
        try {
            exchange.targets(Target.of(exchange.request().uri(), config.limits().queryParameters()));
        } catch (Target.NotCanonical e) {
            exchange.refuse(ProblemType.MALFORMED_REQUEST, "The request target is not acceptable.", List.of(e.fault()));
            return false;
        }
        HeaderCheck.Refusal refusal = HeaderCheck.of(exchange.request());
        if (refusal != null) {
            exchange.refuse(refusal.type(), "A header is not acceptable.", List.of(refusal.fault()));
        }
        return refusal == null;
    }

    static String address(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }
}
