package org.coalition.gateway.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.coalition.defaults.problem.Problem;

/** The rules of the house: what every answer carries, whoever gives it. */
@Singleton
public class House {
    static final CharSequence TRACEPARENT = HttpHeaders.createOptimized("traceparent");
    static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("content-security-policy");
    private static final CharSequence NOSNIFF_NAME = HttpHeaders.createOptimized("x-content-type-options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("referrer-policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence NO_CONTENT =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");
    private static final CharSequence RATE_LIMIT = HttpHeaders.createOptimized("ratelimit");
    private static final CharSequence RATE_LIMIT_POLICY = HttpHeaders.createOptimized("ratelimit-policy");
    private static final int ONE_PACKET = 1_400;
    private static final CharSequence HSTS = HttpHeaders.createOptimized("strict-transport-security");

    private final CharSequence policy;
    private final Optional<String> strictTransportSecurity;
    private final CorsRules cors;
    private final ObjectMapper mapper;

    House(RateLimits limits, EdgeConfig config, CorsRules cors, ObjectMapper mapper) {
        this.policy = HttpHeaders.createOptimized(limits.policy());
        this.strictTransportSecurity = config.strictTransportSecurity();
        this.cors = cors;
        this.mapper = mapper;
    }

    /** Puts on the answer what every answer carries. A content security policy that is there already stays. */
    void apply(Exchange exchange, MultiMap answer) {
        answer.set(TRACEPARENT, exchange.trace().traceparent());
        answer.set(RATE_LIMIT_POLICY, policy);
        answer.set(RATE_LIMIT, exchange.charge().field());
        answer.set(NOSNIFF_NAME, NOSNIFF);
        answer.set(REFERRER_POLICY, NO_REFERRER);
        if (!answer.contains(CONTENT_SECURITY_POLICY)) {
            answer.set(CONTENT_SECURITY_POLICY, NO_CONTENT);
        }
        if (isSmall(exchange, answer)) {
            // So the server leaves it as it is, and takes this field away again.
            answer.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
        strictTransportSecurity.ifPresent(value -> answer.set(HSTS, value));
        cors.answer(exchange.request().headers(), answer);
    }

    /** What fits into one packet arrives no sooner when it is smaller. */
    private static boolean isSmall(Exchange exchange, MultiMap answer) {
        String length = answer.get(HttpHeaders.CONTENT_LENGTH);
        return exchange.request().method() != HttpMethod.HEAD
                && exchange.request().headers().contains(HttpHeaders.ACCEPT_ENCODING)
                && !answer.contains(HttpHeaders.CONTENT_ENCODING)
                && length != null
                && length.length() <= 4
                && Integer.parseInt(length) < ONE_PACKET;
    }

    void applyPreflight(Exchange exchange, MultiMap answer, String methods) {
        cors.answerPreflight(exchange.request().headers(), answer, methods);
    }

    Buffer write(Problem problem) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is a record of strings and numbers", e);
        }
    }
}
