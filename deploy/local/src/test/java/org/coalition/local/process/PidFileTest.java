package org.coalition.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    Path folder;

    @Test
    void aLivingProcessIsFoundAgainAndADeadOneIsNot() {
        Running sleeper = new Program(List.of("sleep", "60"), Map.of(), folder, folder.resolve("log")).start();
        PidFile file = new PidFile(folder.resolve("run/sleeper.pid"));
        file.write(sleeper);

        assertEquals(sleeper.pid(), file.read().orElseThrow().pid());

        sleeper.signal("KILL");
        assertTrue(sleeper.awaitExit(Duration.ofSeconds(5)));
        assertFalse(file.read().isPresent());
    }

    @Test
    void anotherProcessThatWasGivenTheSameIdIsNotTakenForOurs() throws IOException {
        Path path = folder.resolve("other.pid");
        Files.write(path, List.of(Long.toString(ProcessHandle.current().pid()), "another boot/12345"));

        assertEquals(Optional.empty(), new PidFile(path).read());
    }

    @Test
    void aGarbledFileIsAsGoodAsNone() throws IOException {
        Path path = folder.resolve("garbled.pid");
        Files.write(path, List.of("twelve"));

        assertEquals(Optional.empty(), new PidFile(path).read());
    }
}
