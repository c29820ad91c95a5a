package org.coalition.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.coalition.local.process.StackFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealKeyTest {
    @TempDir
    Path folder;

    @Test
    void itIsMadeOnceForItsOwnerOnlyAndItsHalvesBelongTogether() throws Exception {
        Path file = folder.resolve("set").resolve("meetings-seal-key");
        SealKey key = SealKey.in(file);
        assertEquals(key, SealKey.in(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.generatePrivate(new PKCS8EncodedKeySpec(bytes(key.signing()))));
        signature.update(bytes("AAAA"));
        byte[] signed = signature.sign();
        signature.initVerify(keys.generatePublic(new X509EncodedKeySpec(bytes(key.verification()))));
        signature.update(bytes("AAAA"));
        assertTrue(signature.verify(signed));
    }

    @Test
    void aFileThatHoldsNoKeyStopsTheStart() throws Exception {
        Path file = Files.createFile(folder.resolve("empty"));
        assertThrows(StackFailure.class, () -> SealKey.in(file));
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
