package org.coalition.gateway.neighbours;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** An identity server with discovery, keys and whatever token a test wants. */
public final class Issuer {
    /** As the local identity server names its key. */
    public static final String KEY_ID = "realms/coalition";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final URI address;
    private final KeyPair keys = keyPair();
    private final AtomicInteger keyFetches = new AtomicInteger();

    Issuer(String address) {
        this.address = URI.create(address);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("localhost", this.address.getPort()), 0);
            answer(server, "/.well-known/openid-configuration", fetched -> discovery());
            answer(server, "/jwks", fetched -> {
                keyFetches.incrementAndGet();
                return jwks();
            });
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int keyFetches() {
        return keyFetches.get();
    }

    public RSAPublicKey publicKey() {
        return (RSAPublicKey) keys.getPublic();
    }

    /** Claims as a good token has them. */
    public JwtClaimsBuilder claims(String client) {
        Instant now = Instant.now();
        return Jwt.issuer(address.toString())
                .audience("coalition")
                .subject(client)
                .claim("azp", client)
                .claim("party", "GB")
                .groups("reader")
                .issuedAt(now.getEpochSecond())
                .expiresAt(now.plusSeconds(300).getEpochSecond());
    }

    public String token(String client) {
        return sign(claims(client));
    }

    public String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(KEY_ID).sign(keys.getPrivate());
    }

    /** A token put together by hand from a header and claims in JSON, signed with the right key. */
    public String sign(String header, String claims) {
        String content = encode(header) + '.' + encode(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + '.' + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims of a good token in JSON, with something more in front of the closing brace. */
    public String claimsJson(String more) {
        long now = Instant.now().getEpochSecond();
        return "{\"iss\":\"%s\",\"aud\":\"coalition\",\"sub\":\"hand-made\",\"azp\":\"hand-made\",\"iat\":%d,\"exp\":%d%s}"
                .formatted(address, now, now + 300, more);
    }

    public static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private String discovery() {
        return "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/jwks\",\"token_endpoint\":\"%1$s/token\",\"authorization_endpoint\":\"%1$s/authorize\"}"
                .formatted(address);
    }

    private String jwks() {
        RSAPublicKey key = publicKey();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(KEY_ID, number(key.getModulus()), number(key.getPublicExponent()));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int start = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, start, bytes.length));
    }

    private void answer(HttpServer server, String path, Function<String, String> body) {
        server.createContext(address.getPath() + path, exchange -> {
            byte[] bytes = body.apply(path).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    public static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
