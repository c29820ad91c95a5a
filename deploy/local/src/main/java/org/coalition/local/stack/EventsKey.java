package org.coalition.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.coalition.local.process.StackFailure;

/** The key with which all instances of the gateway encrypt the cursors that they give out, kept in a file. */
record EventsKey(String text) {
    private static final int BYTES = 32;

    static EventsKey in(Path file) {
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
            return new EventsKey(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new StackFailure("the events key " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** As the gateway is told of it. */
    Map<String, String> environment() {
        return Map.of("COALITION_EVENTS_KEY", text);
    }
}
