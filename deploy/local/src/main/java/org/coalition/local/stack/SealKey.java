package org.coalition.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.coalition.local.process.StackFailure;

/** The key with which a service seals its audit trail (Ed25519): each half in a file that is named as the service's setting. */
final class SealKey {
    static final String SIGNING = "audit.signing-key";
    static final String VERIFICATION = "audit.verification-keys";

    private SealKey() {}

    /** Makes it, unless it is there; of several that start at once, one does. */
    static synchronized void in(Path folder) {
        try {
            // Written last, so that a half by itself is no key.
            if (!Files.exists(folder.resolve(SIGNING))) {
                KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                write(folder.resolve(VERIFICATION), pair.getPublic().getEncoded());
                write(folder.resolve(SIGNING), pair.getPrivate().getEncoded());
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new StackFailure("the seal key in " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static void write(Path file, byte[] half) throws IOException {
        SecretFile.write(file, List.of(Base64.getEncoder().encodeToString(half)));
    }
}
