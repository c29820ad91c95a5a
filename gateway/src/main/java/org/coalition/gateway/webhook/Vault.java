package org.coalition.gateway.webhook;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.coalition.defaults.problem.Unavailable;

/**
 * Keeps what the database must not know (AES-256-GCM). Each piece is bound to what it belongs to, so that it opens nowhere else, and
 * names its key by four bytes, so that a key can be replaced.
 */
@Singleton
class Vault {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<Integer, SecretKeySpec> keys = new LinkedHashMap<>();

    @Inject
    Vault(WebhookConfig config) {
        this(config.keys().orElse(List.of()));
    }

    Vault(List<String> encoded) {
        encoded.forEach(this::know);
    }

    /**
     * Closes this up.
     *
     * @param owner what it belongs to, which opens it again
     * @throws Unavailable 503 if there is no key
     */
    byte[] lock(byte[] open, String owner) {
        if (keys.isEmpty()) {
            throw new Unavailable(
                    "The operator has not set coalition.webhooks.keys, without which no secret can be kept.");
        }
        Map.Entry<Integer, SecretKeySpec> key = keys.entrySet().iterator().next();
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, key.getValue(), nonce, owner, open);
        return ByteBuffer.allocate(ID_BYTES + NONCE_BYTES + closed.length)
                .putInt(key.getKey())
                .put(nonce)
                .put(closed)
                .array();
    }

    /** Opens it again; fails if it was another's, or its key is no longer there. */
    byte[] unlock(byte[] locked, String owner) {
        int id = ByteBuffer.wrap(locked).getInt();
        SecretKeySpec key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("coalition.webhooks.keys lacks the key %08x".formatted(id));
        }
        byte[] nonce = Arrays.copyOfRange(locked, ID_BYTES, ID_BYTES + NONCE_BYTES);
        return run(
                Cipher.DECRYPT_MODE,
                key,
                nonce,
                owner,
                Arrays.copyOfRange(locked, ID_BYTES + NONCE_BYTES, locked.length));
    }

    private static byte[] run(int mode, SecretKeySpec key, byte[] nonce, String owner, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What was locked for " + owner + " does not open", e);
        }
    }

    private void know(String encoded) {
        try {
            byte[] bytes = Base64.getDecoder().decode(encoded.strip());
            if (bytes.length != KEY_BYTES) {
                throw new IllegalArgumentException("of " + bytes.length + " bytes");
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            keys.put(ByteBuffer.wrap(digest).getInt(), new SecretKeySpec(bytes, "AES"));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("coalition.webhooks.keys holds what is no key: 32 bytes, base64", e);
        }
    }
}
