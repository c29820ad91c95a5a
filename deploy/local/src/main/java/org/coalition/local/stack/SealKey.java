package org.coalition.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.coalition.local.process.StackFailure;

/** The key with which a service seals its audit trail (Ed25519), kept in a file: its two halves, each on a line. */
record SealKey(String signing, String verification) {
    static SealKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            List<String> halves = Files.readAllLines(file);
            return new SealKey(halves.get(0), halves.get(1));
        } catch (IOException | GeneralSecurityException | IndexOutOfBoundsException e) {
            throw new StackFailure("the seal key " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** As the service is told of it. */
    Map<String, String> environment() {
        return Map.of("AUDIT_SIGNING_KEY", signing, "AUDIT_VERIFICATION_KEYS", verification);
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        SecretFile.write(
                file,
                List.of(
                        base64(pair.getPrivate().getEncoded()),
                        base64(pair.getPublic().getEncoded())));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
