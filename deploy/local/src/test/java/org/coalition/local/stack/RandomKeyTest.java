package org.coalition.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.coalition.local.process.StackFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomKeyTest {
    @TempDir
    Path folder;

    @Test
    void itIsMadeOnceForItsOwnerOnly() throws Exception {
        Path file = folder.resolve("set").resolve("events-key");
        RandomKey key = RandomKey.in(file);
        assertEquals(key, RandomKey.in(file));
        assertEquals(32, Base64.getDecoder().decode(key.text()).length);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertNotEquals(key, RandomKey.in(folder.resolve("other")));
    }

    @Test
    void aFileThatHoldsNoKeyStopsTheStart() throws Exception {
        Path file = Files.createFile(folder.resolve("empty"));
        assertThrows(StackFailure.class, () -> RandomKey.in(file));
    }
}
