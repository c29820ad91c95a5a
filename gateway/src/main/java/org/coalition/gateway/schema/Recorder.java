package org.coalition.gateway.schema;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that write down what others have found out; what comes after the end is not written down, and so is found out again. */
public final class Recorder {
    private final ThreadPoolExecutor threads;

    public Recorder(String name, int count) {
        threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    public void record(Runnable work) {
        threads.execute(work);
    }

    /** Ends after what waits has been written down, or when the time is up; answers whether all was. */
    public boolean stop(Duration patience) throws InterruptedException {
        threads.shutdown();
        return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
