package org.coalition.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {
    @TempDir
    Path folder;

    @Test
    void aProcessThatEndsWhileStartingIsExplainedInOneLine() throws IOException {
        Daemon daemon = daemon(freePort());
        daemon.start(shell("echo fine; echo 'ERROR: no such table'; echo bye; exit 3"));

        StackFailure failure =
                assertThrows(StackFailure.class, () -> daemon.awaitReady(Duration.ofSeconds(10), () -> false));

        assertEquals(
                "meetings (port " + daemon.port() + ") ended while starting: ERROR: no such table (log: " + daemon.log()
                        + ")",
                failure.getMessage());
    }

    @Test
    void aProcessThatIsNeverReadyIsExplainedWithItsPid() throws IOException {
        Daemon daemon = daemon(freePort());
        daemon.start(shell("echo waiting for nothing; exec sleep 60"));
        try {
            StackFailure failure =
                    assertThrows(StackFailure.class, () -> daemon.awaitReady(Duration.ofMillis(500), () -> false));

            assertTrue(failure.getMessage().contains("was not ready after 0 s: waiting for nothing"));
            assertTrue(failure.getMessage()
                    .contains("process " + daemon.running().orElseThrow().pid()));
        } finally {
            daemon.kill();
        }
    }

    @Test
    void aTakenPortIsRefusedWithTheProcessThatHoldsIt() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Daemon daemon = daemon(holder.getLocalPort());

            StackFailure failure = assertThrows(StackFailure.class, () -> daemon.start(shell("sleep 60")));

            assertTrue(
                    failure.getMessage()
                            .startsWith("meetings needs port " + holder.getLocalPort() + ", which is taken by process "
                                    + ProcessHandle.current().pid()),
                    failure.getMessage());
        }
    }

    @Test
    void aProcessThatIgnoresTheRequestToEndIsEndedByForce() throws IOException {
        Daemon daemon = daemon(freePort());
        daemon.start(shell("trap '' TERM; echo ready; while :; do sleep 1; done"));
        daemon.awaitReady(
                Duration.ofSeconds(10), () -> new LogFile(daemon.log()).last(1).contains("ready"));

        daemon.stop("TERM", Duration.ofMillis(300));

        assertTrue(daemon.running().isEmpty());
    }

    private Daemon daemon(int port) {
        return new Daemon(
                "meetings", port, folder.resolve("meetings.pid"), folder.resolve("meetings.log"), "mark-" + folder);
    }

    private Program shell(String script) {
        return new Program(
                List.of("sh", "-c", script, "mark-" + folder), Map.of(), folder, folder.resolve("meetings.log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
