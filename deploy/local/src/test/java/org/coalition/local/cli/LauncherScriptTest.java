package org.coalition.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script around the launcher, in a clone where nothing is built and with a Maven of the test's own. */
@Timeout(60)
class LauncherScriptTest {
    @TempDir
    Path clone;

    @BeforeEach
    void copyScript() throws IOException {
        Path folder = Files.createDirectories(clone.resolve("deploy/local"));
        Files.copy(Path.of("launcher"), folder.resolve("launcher"));
    }

    @Test
    void theBuildIsShownWhileItGoesOnAndItsFailureInOneLine() throws Exception {
        Path seen = clone.resolve("seen");
        maven(
                "echo '[INFO] Building service-defaults 1.0 [1/6]'",
                "while [ ! -e " + seen + " ]; do sleep 0.05; done",
                "echo '[ERROR] Failed to execute goal: no disk'",
                "exit 1");
        Process up = run("up");
        try (BufferedReader out = up.inputReader(StandardCharsets.UTF_8)) {
            assertTrue(out.readLine().startsWith("Building what is new"));
            assertEquals("  service-defaults 1.0 [1/6]", out.readLine());
            Files.createFile(seen);
            assertEquals(1, up.waitFor());
            assertTrue(errors(up).contains("failed: the build failed: [ERROR] Failed to execute goal: no disk (log: "));
        } finally {
            up.destroyForcibly();
        }
    }

    @Test
    void otherCommandsSayThatNothingIsBuilt() throws Exception {
        Process status = run("status");
        assertEquals(1, status.waitFor());
        assertEquals("failed: nothing is built yet: run deploy/local/up first", errors(status));
    }

    private void maven(String... lines) throws IOException {
        Path program = Files.createDirectories(clone.resolve("bin")).resolve("mvn");
        Files.write(
                program, Stream.concat(Stream.of("#!/bin/sh"), Stream.of(lines)).toList());
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process run(String command) throws IOException {
        ProcessBuilder script = new ProcessBuilder(
                List.of("bash", clone.resolve("deploy/local/launcher").toString(), command));
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        script.environment().merge("PATH", "", (path, none) -> clone.resolve("bin") + ":" + path);
        return script.start();
    }

    private static String errors(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
