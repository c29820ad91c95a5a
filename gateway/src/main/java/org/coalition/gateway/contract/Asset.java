package org.coalition.gateway.contract;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.coalition.gateway.edge.Exchange;
import org.coalition.gateway.edge.Page;

/**
 * Something small and fixed that the gateway serves from memory, plain and compressed, each form with its own strong
 * ETag.
 */
final class Asset implements Page {
    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("content-security-policy");
    // Ask each time, answered by 304: a new release must show at once.
    private static final String REVALIDATE = "no-cache";

    private final String type;
    private final String policy;
    private final Form plain;
    private final Form compressed;

    private record Form(Buffer body, String etag) {}

    private Asset(String type, String policy, byte[] content) {
        this.type = type;
        this.policy = policy;
        String digest = digest(content);
        this.plain = new Form(Buffer.buffer(content), '"' + digest + '"');
        this.compressed = new Form(Buffer.buffer(gzip(content)), '"' + digest + "-gzip\"");
    }

    /** Text or bytes of this media type. */
    static Asset of(String type, byte[] content) {
        return new Asset(type, null, content);
    }

    static Asset of(String type, String content) {
        return of(type, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a content security policy of its own. */
    static Asset page(String policy, String type, byte[] content) {
        return new Asset(type, policy, content);
    }

    @Override
    public void answer(Exchange exchange) {
        MultiMap asked = exchange.request().headers();
        MultiMap answer = exchange.request().response().headers();
        String accepted = asked.get(HttpHeaders.ACCEPT_ENCODING);
        boolean zip = accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
        Form form = zip ? compressed : plain;
        answer.set(HttpHeaders.ETAG, form.etag());
        answer.set(HttpHeaders.CACHE_CONTROL, REVALIDATE);
        answer.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (policy != null) {
            answer.set(CONTENT_SECURITY_POLICY, policy);
        }
        String known = asked.get(HttpHeaders.IF_NONE_MATCH);
        if (known != null && (known.equals("*") || known.contains(form.etag()))) {
            exchange.answer(304);
            return;
        }
        if (zip) {
            answer.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        exchange.answer(200, type, form.body());
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
