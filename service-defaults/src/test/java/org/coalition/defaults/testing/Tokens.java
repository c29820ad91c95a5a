package org.coalition.defaults.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * Bearer tokens as the identity server would give them, signed (RS256) with a key pair of this test JVM. Quarkus verifies them
 * without an identity server: {@link Backends} publishes {@code quarkus.oidc.public-key} and {@code quarkus.oidc.token.issuer}
 * as system properties.
 */
public final class Tokens {
    /** The issuer of all test tokens. */
    public static final String ISSUER = "https://identity.test";

    /** The audience of all test tokens. */
    public static final String AUDIENCE = "coalition";

    /** A system property, because Quarkus loads this class a second time, in the class loader of the application. */
    static final String PRIVATE_KEY = "coalition.test.private-key";

    private final JwtClaims claims = new JwtClaims();

    private Tokens(String subject, String party, List<String> roles) {
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setStringClaim("azp", subject);
        claims.setStringClaim("client_id", subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setGeneratedJwtId();
        claims.setStringListClaim("roles", roles);
        if (party != null) {
            claims.setStringClaim("party", party);
        }
    }

    /** A token of a party's client, named as party and first role, for instance {@code gb-chair}. */
    public static String of(String party, String role, String... more) {
        return client(party.toLowerCase(Locale.ROOT) + "-" + role, party, roles(role, more))
                .sign();
    }

    /** A token of a client that speaks for no party. */
    public static String withoutParty(String client, String... roles) {
        return client(client, null, List.of(roles)).sign();
    }

    /** A token to be made, for a client of one's own name. */
    public static Tokens client(String client, String party, List<String> roles) {
        return new Tokens(client, party, roles);
    }

    /** The same with another claim, to see it refused; null takes the claim away. */
    public Tokens with(String claim, Object value) {
        if (value == null) {
            claims.unsetClaim(claim);
        } else {
            claims.setClaim(claim, value);
        }
        return this;
    }

    /** The token. */
    public String sign() {
        return sign(privateKey());
    }

    /** The token, signed with a key that nobody knows. */
    public String signByStranger() {
        return sign(generate().getPrivate());
    }

    /** Generates the key pair of this JVM and tells Quarkus its public half. */
    static void publishKeys() {
        KeyPair pair = generate();
        System.setProperty(PRIVATE_KEY, base64(pair.getPrivate().getEncoded()));
        System.setProperty("quarkus.oidc.public-key", base64(pair.getPublic().getEncoded()));
        System.setProperty("quarkus.oidc.token.issuer", ISSUER);
        // An address, even one that is never asked, would take precedence over the key.
        System.setProperty("quarkus.oidc.auth-server-url", "");
    }

    private String sign(PrivateKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The token was not signed", e);
        }
    }

    private static List<String> roles(String role, String... more) {
        return Stream.concat(Stream.of(role), Arrays.stream(more)).toList();
    }

    private static PrivateKey privateKey() {
        byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The test key is not readable", e);
        }
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No RSA here", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
