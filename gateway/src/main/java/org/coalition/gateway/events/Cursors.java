package org.coalition.gateway.events;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The text of a cursor, which each instance of the gateway reads if it has the same key. Offsets of restricted topics tell how much is
 * going on there, so they are encrypted (AES-CTR under a random beginning, then HMAC-SHA256), and one place never has the same text
 * twice: else a reader who sees the text change would know that something happened of which it may not know. Offsets have a fixed
 * length, for the same reason.
 */
@Singleton
public final class Cursors {
    private static final int SALT = 16;
    private static final int TAG = 16;
    private static final int OFFSET = 6;
    private static final int LONGEST = 2_000;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<Tools> TOOLS = ThreadLocal.withInitial(Tools::new);

    private final SecretKeySpec cipherKey;
    private final SecretKeySpec tagKey;
    private final int places;

    @Inject
    Cursors(EventsConfig config) {
        this(Base64.getDecoder().decode(config.key()), Layout.of(config).places());
    }

    Cursors(byte[] key, int places) {
        if (key.length < 32) {
            throw new IllegalArgumentException("coalition.events.key takes 32 random bytes in base64");
        }
        this.places = places;
        // One secret, two uses: each with a key of its own.
        this.cipherKey = new SecretKeySpec(derived(key, "cursor cipher"), "AES");
        this.tagKey = new SecretKeySpec(derived(key, "cursor tag"), "HmacSHA256");
    }

    /** A random source per thread, and the ciphers, which are dear to make. */
    private static final class Tools {
        private final Cipher cipher;
        private final Mac mac;
        private final byte[] salts = new byte[SALT * 64];
        private int used = salts.length;

        Tools() {
            try {
                cipher = Cipher.getInstance("AES/CTR/NoPadding");
                mac = Mac.getInstance("HmacSHA256");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java has these", e);
            }
        }

        byte[] salt() {
            if (used == salts.length) {
                RANDOM.nextBytes(salts);
                used = 0;
            }
            used += SALT;
            return Arrays.copyOfRange(salts, used - SALT, used);
        }
    }

    /** A text for this place, fit for a query, a header and a line. */
    public String write(Cursor cursor) {
        Tools tools = TOOLS.get();
        byte[] salt = tools.salt();
        try {
            tools.cipher.init(Cipher.ENCRYPT_MODE, cipherKey, new IvParameterSpec(salt));
            byte[] hidden = tools.cipher.doFinal(plain(cursor));
            byte[] whole = ByteBuffer.allocate(SALT + TAG + hidden.length)
                    .put(salt)
                    .put(tag(tools, salt, hidden), 0, TAG)
                    .put(hidden)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key has been tried", e);
        }
    }

    /**
     * The place that this text stands for.
     *
     * @throws ForeignCursor if it is not one that was written with this key
     */
    public Cursor read(String text) throws ForeignCursor {
        if (text.length() > LONGEST) {
            throw new ForeignCursor();
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(text);
            if (whole.length < SALT + TAG) {
                throw new ForeignCursor();
            }
            Tools tools = TOOLS.get();
            byte[] salt = Arrays.copyOf(whole, SALT);
            byte[] hidden = Arrays.copyOfRange(whole, SALT + TAG, whole.length);
            byte[] expected = Arrays.copyOf(tag(tools, salt, hidden), TAG);
            if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(whole, SALT, SALT + TAG))) {
                throw new ForeignCursor();
            }
            tools.cipher.init(Cipher.DECRYPT_MODE, cipherKey, new IvParameterSpec(salt));
            return cursor(ByteBuffer.wrap(tools.cipher.doFinal(hidden)));
        } catch (IllegalArgumentException | GeneralSecurityException garbled) {
            throw new ForeignCursor();
        }
    }

    private byte[] tag(Tools tools, byte[] salt, byte[] hidden) throws GeneralSecurityException {
        tools.mac.init(tagKey);
        tools.mac.update(salt);
        return tools.mac.doFinal(hidden);
    }

    private static byte[] plain(Cursor cursor) {
        Cursor.Snapshot part = cursor.snapshot();
        byte[] more = part == null ? new byte[0] : part.cursor().getBytes(StandardCharsets.UTF_8);
        ByteBuffer plain = ByteBuffer.allocate(1 + cursor.places() * OFFSET + more.length);
        plain.put((byte) (part == null ? 0 : 1 + part.service()));
        for (int place = 0; place < cursor.places(); place++) {
            long offset = cursor.offset(place);
            plain.putShort((short) (offset >>> 32)).putInt((int) offset);
        }
        return plain.put(more).array();
    }

    private Cursor cursor(ByteBuffer plain) throws ForeignCursor {
        // Written under another layout of the topics, it means nothing here.
        if (plain.remaining() < 1 + places * OFFSET) {
            throw new ForeignCursor();
        }
        int phase = plain.get();
        long[] offsets = new long[places];
        for (int place = 0; place < places; place++) {
            offsets[place] = (plain.getShort() & 0xFFFFL) << 32 | plain.getInt() & 0xFFFFFFFFL;
        }
        String more = StandardCharsets.UTF_8.decode(plain).toString();
        if (phase == 0 && !more.isEmpty()) {
            throw new ForeignCursor();
        }
        Cursor cursor = Cursor.of(offsets);
        return phase == 0 ? cursor : cursor.within(new Cursor.Snapshot(phase - 1, more));
    }

    private static byte[] derived(byte[] key, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has it", e);
        }
    }
}
