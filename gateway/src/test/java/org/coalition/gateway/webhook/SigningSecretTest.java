package org.coalition.gateway.webhook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Held against the reference implementation of the standard and its own example. */
class SigningSecretTest {
    private static final String BODY = "{\"id\":\"1\",\"text\":\"\u00e9\u4e2d\\u0000\"}";

    /** One for signing and verifying: the next may begin between them. */
    private static final long SECOND = Instant.now().getEpochSecond();

    @Test
    void theReferenceVerifierAcceptsASignature() throws Exception {
        SigningSecret secret = SigningSecret.random();
        verify(secret.disclosed(), secret.sign("e1", SECOND, bytes(BODY)), BODY);
    }

    @Test
    void eitherSecretDoesDuringARotation() throws Exception {
        SigningSecret one = SigningSecret.random();
        SigningSecret other = SigningSecret.random();
        String both = one.sign("e1", SECOND, bytes(BODY)) + ' ' + other.sign("e1", SECOND, bytes(BODY));
        verify(one.disclosed(), both, BODY);
        verify(other.disclosed(), both, BODY);
        assertThrows(
                WebhookVerificationException.class,
                () -> verify(SigningSecret.random().disclosed(), both, BODY));
    }

    @Test
    void whatIsTamperedWithIsRefused() {
        SigningSecret secret = SigningSecret.random();
        String signature = secret.sign("e1", SECOND, bytes(BODY));
        assertThrows(WebhookVerificationException.class, () -> verify(secret.disclosed(), signature, BODY + " "));
    }

    @Test
    void theExampleOfTheLibrariesComesOutTheSame() {
        SigningSecret secret = new SigningSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330L, bytes("{\"test\": 2432232314}")));
    }

    @Test
    void aSecretIsAsLongAsTheStandardWantsAndTellsItselfToNobody() {
        SigningSecret secret = SigningSecret.random();
        assertTrue(secret.bytes().length >= 24 && secret.bytes().length <= 64);
        assertTrue(secret.disclosed().startsWith("whsec_"));
        assertFalse(secret.toString().contains(secret.disclosed().substring(6)));
    }

    @Test
    void whatIsLockedOpensForItsOwnerAlone() {
        Vault vault = vault("d2ViaG9va3Mgb2YgdGhlIHRlc3RzLCBhIGtleSAhISE=");
        byte[] locked = vault.lock(bytes("secret"), "webhook 1");
        assertArrayEquals(bytes("secret"), vault.unlock(locked, "webhook 1"));
        assertThrows(IllegalStateException.class, () -> vault.unlock(locked, "webhook 2"));
        assertFalse(new String(locked, StandardCharsets.ISO_8859_1).contains("secret"));
        locked[locked.length - 1] ^= 1;
        assertThrows(IllegalStateException.class, () -> vault.unlock(locked, "webhook 1"));
    }

    @Test
    void anOldKeyStillOpens() {
        String old = "d2ViaG9va3Mgb2YgdGhlIHRlc3RzLCBhIGtleSAhISE=";
        String young = "bmV3IGtleSBvZiB0aGUgdGVzdHMsIDMyIGJ5dGVzISE=";
        byte[] locked = vault(old).lock(bytes("secret"), "w");
        assertArrayEquals(bytes("secret"), vault(young, old).unlock(locked, "w"));
        assertThrows(IllegalStateException.class, () -> vault(young).unlock(locked, "w"));
    }

    private static Vault vault(String... keys) {
        return new Vault(List.of(keys));
    }

    private static void verify(String secret, String signatures, String body) throws Exception {
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of("e1"),
                        "webhook-timestamp", List.of(Long.toString(SECOND)),
                        "webhook-signature", List.of(signatures)),
                (name, value) -> true);
        new Webhook(secret).verify(body, headers.map());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
