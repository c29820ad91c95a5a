package org.coalition.gateway.schema;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Work that is looked for again and again on a thread of its own; a failure of it waits a moment and is no end of it. */
public final class Loop {
    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Work work;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopped;

    /** Does what there is to do, and tells how long there is nothing more; zero if there is more. */
    public interface Work {
        Duration step() throws InterruptedException;
    }

    public Loop(String name, Work work) {
        this.work = work;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** There may be something to do now. */
    public void wake() {
        wake.release();
    }

    /** Ends after the step that is under way; interrupts it if that takes too long. */
    public void stop(Duration patience) throws InterruptedException {
        stopped = true;
        wake();
        thread.join(patience.toMillis());
        thread.interrupt();
    }

    private void run() {
        boolean told = false;
        while (!stopped) {
            try {
                Duration pause = work.step();
                told = false;
                pause(pause);
            } catch (InterruptedException e) {
                LOG.debugf("%s is interrupted", thread.getName());
            } catch (Throwable e) {
                // Everything, an Error too: a loop that has ended would leave events undelivered, and nobody would see
                // it.
                LOG.logf(told ? Logger.Level.DEBUG : Logger.Level.WARN, e, "%s starts over", thread.getName());
                told = true;
                pauseAfterFailure();
            }
        }
    }

    private void pause(Duration length) throws InterruptedException {
        if (!length.isZero() && wake.tryAcquire(length.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    private void pauseAfterFailure() {
        try {
            pause(AFTER_FAILURE);
        } catch (InterruptedException e) {
            LOG.debugf("%s is interrupted", thread.getName());
        }
    }
}
