package org.coalition.gateway;

import static org.coalition.gateway.neighbours.Caller.head;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.coalition.gateway.neighbours.Caller;
import org.coalition.gateway.neighbours.Issuer;
import org.coalition.gateway.neighbours.Neighbours;
import org.coalition.gateway.neighbours.Ports;
import org.coalition.gateway.neighbours.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Ports.class)
class TokenTest {
    private static final Issuer ISSUER = Neighbours.issuer();
    private static final String GOOD_HEADER = "{\"alg\":\"RS256\",\"kid\":\"realms/coalition\"}";

    @Inject
    Gateway gateway;

    @BeforeEach
    void forget() {
        Neighbours.meetings().forget();
    }

    @Test
    void aGoodTokenGoesThroughWithTheRequest() {
        String token = ISSUER.token("gb-chair");
        assertEquals(200, ask("Bearer " + token).status());
        assertEquals(200, ask("Bearer " + token).status());
        assertEquals(200, ask("bearer " + token).status());
        Neighbours.meetings()
                .calls()
                .forEach(call -> assertTrue(call.headers().get("authorization").endsWith(token)));
        // Made by hand like the bad ones below, so that those are bad for the reason they are meant to be.
        assertEquals(
                200,
                ask("Bearer " + ISSUER.sign(GOOD_HEADER, ISSUER.claimsJson(""))).status());
    }

    @Test
    void aWriteWithoutATokenIsRefused() {
        Reply reply = Caller.ask(gateway.port(), head("POST /v1/meetings", "Content-Length: 2") + "{}");
        assertTrue(reply.isProblem(401, "unauthorized"), reply.toString());
        assertEquals("Bearer realm=\"coalition\"", reply.header("www-authenticate"));
        assertTrue(Neighbours.meetings().calls().isEmpty());
    }

    @Test
    void aTokenThatSignsItselfIsRefused() throws Exception {
        Map<String, String> bad = new LinkedHashMap<>();
        String claims = ISSUER.claimsJson("");
        for (String none : new String[] {"none", "None", "NONE", "nOnE", ""}) {
            bad.put("alg " + none, Issuer.encode("{\"alg\":\"" + none + "\"}") + '.' + Issuer.encode(claims) + '.');
        }
        bad.put(
                "alg none with a signature",
                Issuer.encode("{\"alg\":\"none\"}") + '.' + Issuer.encode(claims) + ".AAAA");
        byte[] der = ISSUER.publicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        bad.put("HMAC with the public key, DER", hmac(der, claims));
        bad.put(
                "HMAC with the public key, PEM",
                hmac(pem.getBytes(java.nio.charset.StandardCharsets.US_ASCII), claims));
        bad.put("header names a key", ISSUER.sign("{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"RSA\"}}", claims));
        bad.put(
                "header names a key address",
                ISSUER.sign("{\"alg\":\"RS256\",\"kid\":\"realms/coalition\",\"jku\":\"http://evil.test/\"}", claims));
        bad.put(
                "header names a certificate",
                ISSUER.sign("{\"alg\":\"RS256\",\"kid\":\"realms/coalition\",\"x5u\":\"http://evil.test/\"}", claims));
        bad.put("kid is a path", ISSUER.sign("{\"alg\":\"RS256\",\"kid\":\"../../dev/null\"}", claims));
        bad.put("kid is an absolute path", ISSUER.sign("{\"alg\":\"RS256\",\"kid\":\"/dev/null\"}", claims));
        bad.put("kid is SQL", ISSUER.sign("{\"alg\":\"RS256\",\"kid\":\"x' UNION SELECT 'a\"}", claims));
        bad.put("kid is an address", ISSUER.sign("{\"alg\":\"RS256\",\"kid\":\"http://evil.test/k\"}", claims));
        bad.put(
                "critical extension",
                ISSUER.sign("{\"alg\":\"RS256\",\"kid\":\"realms/coalition\",\"crit\":[\"x\"],\"x\":1}", claims));
        bad.put("another algorithm", ISSUER.sign("{\"alg\":\"RS512\",\"kid\":\"realms/coalition\"}", claims));
        bad.put(
                "algorithm given twice",
                ISSUER.sign("{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"realms/coalition\"}", claims));
        bad.put("claim given twice", ISSUER.sign(GOOD_HEADER, ISSUER.claimsJson(",\"azp\":\"admin\"")));
        bad.put("no JSON", ISSUER.sign(GOOD_HEADER, "claims"));
        bad.put("encrypted", "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a.b.c.d");
        bad.put("tampered", tampered());
        bad.put("signed by a stranger", stranger());
        assertAllRefused(bad);
    }

    @Test
    void aTokenForSomethingElseIsRefused() {
        long now = Instant.now().getEpochSecond();
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("other audience", ISSUER.sign(ISSUER.claims("x").audience("other")));
        bad.put("no audience", ISSUER.sign(GOOD_HEADER, ISSUER.claimsJson("").replace("\"aud\":\"coalition\",", "")));
        bad.put("other issuer", ISSUER.sign(ISSUER.claims("x").issuer("https://evil.test")));
        bad.put("no issuer", ISSUER.sign(GOOD_HEADER, ISSUER.claimsJson("").replaceFirst("\"iss\":\"[^\"]*\",", "")));
        bad.put("expired", ISSUER.sign(ISSUER.claims("x").issuedAt(now - 600).expiresAt(now - 60)));
        bad.put("not valid yet", ISSUER.sign(ISSUER.claims("x").claim("nbf", now + 600)));
        bad.put(
                "issued tomorrow",
                ISSUER.sign(ISSUER.claims("x").issuedAt(now + 80_000).expiresAt(now + 90_000)));
        bad.put("no expiry", ISSUER.sign(GOOD_HEADER, ISSUER.claimsJson("").replaceFirst(",\"exp\":\\d+", "")));
        for (String never : new String[] {"1000000000000000000", "1e300", "-1", "\"4000000000\""}) {
            bad.put(
                    "expires at " + never,
                    ISSUER.sign(GOOD_HEADER, ISSUER.claimsJson("").replaceFirst("\"exp\":\\d+", "\"exp\":" + never)));
        }
        bad.put(
                "issued before time",
                ISSUER.sign(GOOD_HEADER, ISSUER.claimsJson("").replaceFirst("\"iat\":\\d+", "\"iat\":-1000000000000")));
        bad.put(
                "identity token of a client",
                ISSUER.sign(ISSUER.claims("x").audience("gb-chair").claim("nonce", "n")));
        assertAllRefused(bad);
    }

    @Test
    void otherSchemesAndRubbishAreRefused() {
        for (String value : new String[] {
            "Basic Z2I6Z2I=",
            "Bearer",
            "Bearer ",
            "Bearer a b",
            "Bearer \u00e9.\u00e9.\u00e9",
            "Digest x",
            "x",
            "Bearer ..",
            "Bearer a.b.c"
        }) {
            Reply reply = ask(value);
            assertTrue(reply.isProblem(401, "unauthorized"), value + " got " + reply);
        }
        assertTrue(Neighbours.meetings().calls().isEmpty());
    }

    @Test
    void aFloodOfUnknownKeysDoesNotFloodTheIssuer() {
        ask("Bearer " + ISSUER.token("somebody"));
        int before = ISSUER.keyFetches();
        for (int i = 0; i < 50; i++) {
            String header = "{\"alg\":\"RS256\",\"kid\":\"" + UUID.randomUUID() + "\"}";
            assertEquals(
                    401,
                    ask("Bearer " + ISSUER.sign(header, ISSUER.claimsJson(""))).status());
        }
        assertTrue(ISSUER.keyFetches() - before <= 1, "key fetches: " + (ISSUER.keyFetches() - before));
    }

    private void assertAllRefused(Map<String, String> tokens) {
        tokens.forEach((name, token) -> {
            Reply reply = ask("Bearer " + token);
            assertTrue(reply.isProblem(401, "unauthorized"), name + " got " + reply);
            assertEquals("Bearer realm=\"coalition\", error=\"invalid_token\"", reply.header("www-authenticate"), name);
        });
        assertTrue(Neighbours.meetings().calls().isEmpty());
    }

    private Reply ask(String authorization) {
        return Caller.ask(gateway.port(), head("GET /v1/meetings", "Authorization: " + authorization));
    }

    private static String tampered() {
        String[] parts = ISSUER.token("x").split("\\.", -1);
        return parts[0] + '.' + Issuer.encode(ISSUER.claimsJson(",\"roles\":[\"admin\"]")) + '.' + parts[2];
    }

    private static String stranger() {
        KeyPair keys = Issuer.keyPair();
        return ISSUER.claims("x").jws().keyId(Issuer.KEY_ID).sign(keys.getPrivate());
    }

    private static String hmac(byte[] key, String claims) throws Exception {
        String content =
                Issuer.encode("{\"alg\":\"HS256\",\"kid\":\"realms/coalition\"}") + '.' + Issuer.encode(claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return content
                + '.'
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(content.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }
}
