package org.coalition.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The process that listens on a port which we want. */
public record PortHolder(long pid, String command) {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String LISTENING = "0A";
    private static final int SHOWN = 100;
    private static final Duration CLOSING = Duration.ofSeconds(2);

    static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Fails with a line that says who holds the port. */
    public static void requireFree(String name, int port) {
        // A process killed a moment ago may be dead already while its last thread still closes its sockets.
        if (!Await.until(CLOSING, () -> isFree(port))) {
            String holder = find(port)
                    .map(found -> "process " + found.pid + " (" + found.command + ")")
                    .orElse("a process that cannot be seen from here (of another user?)");
            throw new StackFailure(name + " needs port " + port + ", which is taken by " + holder
                    + "; stop that process, or move all ports with --port-offset N");
        }
    }

    /** Found through /proc; empty where there is none, or where the holder belongs to another user. */
    static Optional<PortHolder> find(int port) {
        Set<String> sockets = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream())
                .map(line -> SPACES.split(line.strip()))
                .filter(fields -> fields.length > 9 && fields[3].equals(LISTENING))
                .filter(fields -> fields[1].endsWith(String.format(Locale.ROOT, ":%04X", port)))
                .map(fields -> "socket:[" + fields[9] + "]")
                .collect(Collectors.toSet());
        return ProcessHandle.allProcesses()
                .filter(process -> holdsAny(process.pid(), sockets))
                .findFirst()
                .map(process -> new PortHolder(process.pid(), oneLine(CommandLine.of(process.pid()))));
    }

    private static boolean holdsAny(long pid, Set<String> sockets) {
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException hidden) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    /** A command line for a message of one line: an argument may be a whole script. */
    static String oneLine(List<String> command) {
        String line = SPACES.matcher(String.join(" ", command)).replaceAll(" ").strip();
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table, StandardCharsets.US_ASCII);
        } catch (IOException none) {
            return List.of();
        }
    }
}
