package org.coalition.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealKeyTest {
    @TempDir
    Path folder;

    @Test
    void itIsMadeOnceForItsOwnerOnlyAndItsHalvesBelongTogether() throws Exception {
        SealKey.in(folder.resolve("meetings"));
        Path file = folder.resolve("meetings").resolve("audit.signing-key");
        byte[] signing = read(file);
        SealKey.in(folder.resolve("meetings"));
        assertEquals(
                Base64.getEncoder().encodeToString(signing),
                Files.readString(file).strip());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
        assertHalvesBelongTogether(file.getParent());
    }

    @Test
    void instancesThatStartAtOnceHaveOneKey() throws Exception {
        for (int round = 0; round < 50; round++) {
            Path shared = folder.resolve("shared-" + round);
            IntStream.range(0, 8).parallel().forEach(instance -> SealKey.in(shared));
            assertHalvesBelongTogether(shared);
        }
    }

    private static void assertHalvesBelongTogether(Path key) throws Exception {
        byte[] signing = read(key.resolve("audit.signing-key"));
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.generatePrivate(new PKCS8EncodedKeySpec(signing)));
        signature.update(signing);
        byte[] signed = signature.sign();
        signature.initVerify(keys.generatePublic(new X509EncodedKeySpec(read(key.resolve("audit.verification-keys")))));
        signature.update(signing);
        assertTrue(signature.verify(signed));
    }

    private static byte[] read(Path file) throws IOException {
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }
}
