package org.coalition.defaults.write;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Takes the digest of a body while it is read, where a key asks whether it is the same as before. */
@Provider
public class RequestBody implements ReaderInterceptor {
    private static final String KEY = RequestBody.class.getName();

    private final CurrentVertxRequest request;

    RequestBody(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        RoutingContext exchange = request.getCurrent();
        if (exchange.request().getHeader(IdempotencyKey.HEADER) != null) {
            DigestInputStream body = new DigestInputStream(context.getInputStream(), sha256());
            exchange.put(KEY, body.getMessageDigest());
            context.setInputStream(body);
        }
        return context.proceed();
    }

    /** Tells the request of this exchange from others; a body that was not read does not count. */
    static byte[] digest(RoutingContext exchange, String method, String target) {
        MessageDigest all = sha256();
        all.update((method + ' ' + target + '\n').getBytes(StandardCharsets.UTF_8));
        MessageDigest body = exchange.get(KEY);
        if (body != null) {
            all.update(body.digest());
        }
        return all.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
