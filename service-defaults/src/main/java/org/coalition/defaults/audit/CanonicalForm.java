package org.coalition.defaults.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Fields, put together so that no two lists of them look alike: each is its length in bytes (UTF-8), a colon, its text and a
 * comma; null is a dash and a comma. The database's {@code audit_hash} does the same.
 */
final class CanonicalForm {
    /** Stands before the first link of a chain. */
    static final byte[] NOTHING = new byte[32];

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    CanonicalForm with(Object field) {
        if (field == null) {
            bytes.writeBytes("-,".getBytes(StandardCharsets.UTF_8));
            return this;
        }
        byte[] text = field.toString().getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes((text.length + ":").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(text);
        bytes.write(',');
        return this;
    }

    /** SHA-256 over the fields and the hash of the link before. */
    byte[] hash(byte[] previous) {
        MessageDigest digest = sha256();
        digest.update(bytes.toByteArray());
        return digest.digest(previous);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
