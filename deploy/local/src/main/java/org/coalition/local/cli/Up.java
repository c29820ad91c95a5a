package org.coalition.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.coalition.local.process.Await;
import org.coalition.local.process.StackFailure;
import org.coalition.local.stack.Coalition;
import org.coalition.local.stack.Feature;
import org.coalition.local.stack.Folders;
import org.coalition.local.stack.Prometheus;
import org.coalition.local.stack.Stack;
import org.coalition.local.story.Story;

/** Starts what does not run, loads the London story if it is not there, and stays until Ctrl-C unless detached. */
final class Up {
    private static final long NEEDED_MEGABYTES = 700;
    private static final long MEGABYTE = 1_048_576;
    private static final Duration FOREVER = Duration.ofDays(3650);

    private final Installation before;
    private final Installation installation;
    private final Stack stack;
    private final Coalition coalition;
    private final Arguments arguments;
    private final Steps steps;
    private volatile boolean ready;
    private volatile boolean ending;

    Up(Arguments arguments, Steps steps) {
        this.before = Installation.of(arguments);
        this.installation = before.asAskedFor(arguments);
        this.stack = installation.stack();
        this.coalition = installation.coalition();
        this.arguments = arguments;
        this.steps = steps;
    }

    void run() {
        boolean stays = !arguments.has("--detach");
        if (stays) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        }
        Timer whole = new Timer();
        WorkLock.holding(stack.data(), this::start);
        steps.line(whole.in("Ready after %.1f s."));
        steps.line(Welcome.text(stack, coalition, arguments));
        ready = true;
        if (stays) {
            steps.line("Ctrl-C stops everything; the data stay.");
            Watch watch = new Watch(coalition.components(), "deploy/local/up" + arguments.suffix(), steps::line);
            Await.until(FOREVER, () -> !ending && watch.noneIsLeft(() -> ending));
            steps.line("Everything has ended.");
        }
    }

    private void end() {
        ending = true;
        if (ready) {
            coalition.stop(steps);
        } else {
            coalition.stopStartedHere(steps);
        }
    }

    private void start() {
        if (arguments.has("--fresh")) {
            before.coalition().stop(steps);
            forget(stack.data());
        } else if (!stack.features().equals(before.stack().features())) {
            requireNewData();
            before.coalition().stop(steps);
        }
        installation.remember();
        requireSpace();
        if (arguments.has("--observe")) {
            Prometheus.requireProgram();
        }
        steps.line("  java          " + stack.jdk().version() + " in "
                + stack.jdk().home());
        Timer copying = new Timer();
        if (installation.refresh(coalition)) {
            steps.step("programs", "copied", copying.took());
        }
        coalition.start(steps);
        if (arguments.has("--observe")) {
            coalition.observe(steps);
        }
        tell();
    }

    /** A story that someone has changed so that it cannot be continued is no reason to keep the stack down. */
    private void tell() {
        Timer telling = new Timer();
        try {
            steps.step("story", new Story(stack).loadIfAbsent(), telling.took());
        } catch (StackFailure e) {
            steps.line("  story         not loaded: " + e.getMessage());
        }
    }

    /** Who has data without passwords of their own does not get any by a switch. */
    private void requireNewData() {
        if (stack.has(Feature.SECURE) && !before.stack().has(Feature.SECURE) && before.hasData()) {
            throw new StackFailure(
                    Feature.SECURE.option() + " needs data of its own: add --fresh, which deletes those in "
                            + stack.data() + ", or take another --port-offset");
        }
    }

    /** Everything but the folder of the lock, which is ours at this moment. */
    private void forget(Path data) {
        try (var parts = Files.newDirectoryStream(data, part -> !part.endsWith("run"))) {
            for (Path part : parts) {
                if (Files.isDirectory(part)) {
                    Folders.delete(part);
                } else {
                    Files.delete(part);
                }
            }
        } catch (IOException e) {
            throw new StackFailure("cannot delete the old data in " + data + ": " + e.getMessage(), e);
        }
    }

    private void requireSpace() {
        long free = stack.data().toFile().getUsableSpace() / MEGABYTE;
        if (free < NEEDED_MEGABYTES) {
            throw new StackFailure("disk full: " + free + " MB are free for " + stack.data() + ", at least "
                    + NEEDED_MEGABYTES + " MB are needed");
        }
    }
}
