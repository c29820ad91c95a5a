package org.coalition.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.coalition.local.process.StackFailure;

/** A key or password that somebody may share with nobody but us, 32 random bytes in base64, kept in a file. */
record RandomKey(String text) {
    private static final int BYTES = 32;

    static synchronized RandomKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                SecretFile.write(file, List.of(fresh()));
            }
            String text = Files.readString(file).strip();
            if (Base64.getDecoder().decode(text).length < BYTES) {
                throw new IllegalArgumentException("it is too short");
            }
            return new RandomKey(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new StackFailure("the key " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** One that is kept nowhere. */
    static String fresh() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Says nothing of itself. */
    @Override
    public String toString() {
        return "a key";
    }
}
