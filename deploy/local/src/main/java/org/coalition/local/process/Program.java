package org.coalition.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What to run: the command, the environment added to ours, the working folder and the file that takes its output.
 *
 * <p>It starts in a session of its own, so that Ctrl-C in the launcher's terminal reaches the launcher only, which then stops
 * everything in order, and so that it outlives the launcher.
 */
public record Program(List<String> command, Map<String, String> environment, Path folder, Path log) {
    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    Running start() {
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(inOwnSession())
                    .directory(folder.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            long pid = builder.start().pid();
            return new Running(Birth.of(pid).orElseGet(() -> new Birth(pid, "gone")));
        } catch (IOException e) {
            throw new StackFailure("cannot start " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    private List<String> inOwnSession() {
        List<String> all = new ArrayList<>();
        if (onPath("setsid")) {
            all.add("setsid");
        } else if (onPath("perl")) {
            all.addAll(List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV"));
        }
        all.addAll(command);
        return all;
    }

    /** Whether a program of that name can be run. */
    public static boolean onPath(String name) {
        String path = System.getenv("PATH");
        return path != null
                && List.of(path.split(File.pathSeparator, -1)).stream()
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
