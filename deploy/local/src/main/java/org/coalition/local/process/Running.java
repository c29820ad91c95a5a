package org.coalition.local.process;

import java.io.IOException;
import java.time.Duration;

/** A process that was seen alive, started by this or by an earlier launcher. */
public final class Running {
    private final Birth birth;

    Running(Birth birth) {
        this.birth = birth;
    }

    Birth birth() {
        return birth;
    }

    public long pid() {
        return birth.pid();
    }

    public boolean isAlive() {
        return birth.alive();
    }

    public boolean isSuspended() {
        return birth.suspended();
    }

    /** Sends a signal by its short name, for example {@code TERM}; a process already gone is no error. */
    public void signal(String name) {
        if (!isAlive()) {
            return;
        }
        try {
            // The shell's own kill: the program of that name is not on every machine, and Java sends only TERM and
            // KILL.
            Process kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid())
                    .redirectErrorStream(true)
                    .start();
            kill.getInputStream().readAllBytes();
            if (kill.waitFor() != 0 && isAlive()) {
                throw new StackFailure(
                        "process " + pid() + " refused signal " + name + ": does it belong to another user?");
            }
        } catch (IOException e) {
            throw new StackFailure("cannot run sh to send " + name + " to process " + pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while sending " + name + " to process " + pid(), e);
        }
    }

    public boolean awaitExit(Duration patience) {
        return Await.until(patience, () -> !isAlive());
    }
}
