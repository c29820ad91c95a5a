package org.coalition.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.coalition.local.process.StackFailure;

/** A key that all instances of the gateway share, 32 random bytes in base64, kept in a file. */
record RandomKey(String text) {
    private static final int BYTES = 32;

    static RandomKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[BYTES];
                new SecureRandom().nextBytes(key);
                SecretFile.write(file, List.of(Base64.getEncoder().encodeToString(key)));
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
}
