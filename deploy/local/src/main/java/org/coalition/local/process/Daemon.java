package org.coalition.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A process of the stack that outlives the launcher and is found again by the next one: by its pid file, and if that was never
 * written (the launcher was killed meanwhile) by an argument that no other process has.
 */
public final class Daemon {
    private final String name;
    private final int port;
    private final PidFile pidFile;
    private final LogFile log;
    private final String mark;
    private long logStart;

    /** The mark is an argument that the program's command line carries and that is unique on this machine. */
    public Daemon(String name, int port, Path pidFile, Path log, String mark) {
        this.name = name;
        this.port = port;
        this.pidFile = new PidFile(pidFile);
        this.log = new LogFile(log);
        this.mark = mark;
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    public Path log() {
        return log.path();
    }

    public Optional<Running> running() {
        return pidFile.read().or(() -> {
            Optional<Running> found = CommandLine.find(mark);
            found.ifPresent(pidFile::write);
            return found;
        });
    }

    /** Fails with a line that names the holder if the process does not run and its port is taken. */
    public void requirePort() {
        if (running().isEmpty()) {
            PortHolder.requireFree(name, port);
        }
    }

    /** Starts the program unless it runs already; a taken port is refused with a line that names its holder. */
    public void start(Program program) {
        if (running().isPresent()) {
            return;
        }
        PortHolder.requireFree(name, port);
        log.rotate();
        logStart = log.size();
        pidFile.write(program.start());
    }

    /** The line of the log that best says why the process ended, or went wrong, since its start. */
    public String reason() {
        return log.reason(logStart);
    }

    /** Waits until the check holds; fails with one line if the process ends first or the time is over. */
    public void awaitReady(Duration patience, BooleanSupplier ready) {
        boolean settled = Await.until(patience, () -> running().isEmpty() || ready.getAsBoolean());
        if (running().isEmpty()) {
            throw new StackFailure(name + " (port " + port + ") ended while starting: " + log.reason(logStart)
                    + " (log: " + log.path() + ")");
        }
        if (!settled) {
            throw new StackFailure(name + " (port " + port + ", process "
                    + running().map(Running::pid).orElse(0L) + ") was not ready after " + patience.toSeconds()
                    + " s: " + reason() + " (log: " + log.path() + ")");
        }
    }

    /** Asks the process to end with the given signal and ends it by force when it takes too long. */
    public void stop(String signal, Duration patience) {
        running().ifPresent(process -> {
            process.signal(signal);
            // A suspended process acts on no other signal before this one.
            process.signal("CONT");
            if (!process.awaitExit(patience)) {
                kill();
            }
        });
        pidFile.delete();
    }

    /** Ends the process at once, as a crash would: it gets no chance to tidy up. */
    public void kill() {
        running().ifPresent(process -> {
            process.signal("KILL");
            if (!process.awaitExit(Duration.ofSeconds(10))) {
                throw new StackFailure(name + " (process " + process.pid() + ") cannot be ended");
            }
        });
        pidFile.delete();
    }

    /** Stops the process from running (SIGSTOP) while its connections stay open. */
    public void suspend() {
        running().ifPresent(process -> process.signal("STOP"));
    }

    public void resume() {
        running().ifPresent(process -> process.signal("CONT"));
    }
}
