package org.coalition.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "17.0.15 21.0.7 25.0.1, 25.0.1",
        "25.0.1 17.0.15,        25.0.1",
        "21.0.7 17.0.15,        21.0.7",
        "24.0.2 17.0.15,        17.0.15",
        "21.0.7 21.0.10,        21.0.10",
        "11.0.2 22 23.0.1,      23.0.1",
    })
    void theBestIsTheNewestLongTermVersion(String installed, String expected) throws IOException {
        for (String version : installed.split(" ", -1)) {
            install(version);
        }

        assertEquals(expected, Jdk.best(children()).orElseThrow().version());
    }

    @Test
    void whatIsOlderThan17OrNoJavaAtAllIsNotTaken() throws IOException {
        install("11.0.2");
        Files.createDirectories(folder.resolve("empty"));

        assertEquals(Optional.empty(), Jdk.best(children()));
    }

    @Test
    void theJavaThatRunsThisIsFound() {
        assertTrue(Jdk.best().feature() >= 17);
    }

    private void install(String version) throws IOException {
        Path home = folder.resolve("jdk-" + version);
        Path java = home.resolve("bin/java");
        Files.createDirectories(java.getParent());
        assertTrue(Files.createFile(java).toFile().setExecutable(true));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private Stream<Path> children() throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList().stream();
        }
    }
}
