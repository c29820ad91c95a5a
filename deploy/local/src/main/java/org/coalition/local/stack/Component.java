package org.coalition.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.coalition.local.process.Daemon;
import org.coalition.local.process.Running;

/** One process of a running set. Starting what runs and stopping what does not run are no errors. */
public interface Component {
    Daemon daemon();

    /** Starts the process if it is not running; returns before it is ready. */
    void start();

    /** Waits until it can be used; fails with one line that names port, process and log. */
    void awaitReady();

    /** Whether it can be used at this moment. */
    boolean isReady();

    /** Lets it finish its work and end. */
    void stop();

    default void startAndAwait() {
        start();
        awaitReady();
    }

    default String name() {
        return daemon().name();
    }

    default int port() {
        return daemon().port();
    }

    default Path log() {
        return daemon().log();
    }

    default boolean isRunning() {
        return daemon().running().isPresent();
    }

    default OptionalLong pid() {
        return daemon().running().stream().mapToLong(Running::pid).findFirst();
    }

    /** kill -9. */
    default void kill() {
        daemon().kill();
    }

    /** SIGSTOP: it stays, open and silent. */
    default void suspend() {
        daemon().suspend();
    }

    /** SIGCONT. */
    default void resume() {
        daemon().resume();
    }

    /** {@code stopped}, {@code suspended}, {@code not-ready} or {@code ready}. */
    default String state() {
        return daemon().running()
                .map(process -> process.isSuspended() ? "suspended" : isReady() ? "ready" : "not-ready")
                .orElse("stopped");
    }

    /** How long a start may take on a slow, busy machine. */
    Duration PATIENCE = Duration.ofSeconds(90);
}
