package org.coalition.defaults.outbox;

import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Wakes the relay after a commit. Many signals before it looks are one: what counts is that it looks once more. */
@Singleton
public class RelaySignal {
    private final BlockingQueue<Boolean> signal = new ArrayBlockingQueue<>(1);

    RelaySignal() {}

    /** There may be new rows. Never blocks. */
    public void wake() {
        signal.offer(true);
    }

    /** Waits for a signal, at most this long; tells whether there was one. */
    boolean await(long millis) throws InterruptedException {
        return signal.poll(millis, TimeUnit.MILLISECONDS) != null;
    }
}
