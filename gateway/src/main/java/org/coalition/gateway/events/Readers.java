package org.coalition.gateway.events;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** The few threads and readers of the topics that all share who are behind the ring: so many at a time, some waiting, one more refused. */
final class Readers {
    private static final Logger LOG = Logger.getLogger(Readers.class);

    private final Layout layout;
    private final Clients clients;
    private final LogStatus status;
    private final ThreadPoolExecutor threads;
    private final ConcurrentLinkedDeque<TopicReader> idle = new ConcurrentLinkedDeque<>();
    private Ends ends;

    Readers(EventsConfig.Reading config, Layout layout, Clients clients, LogStatus status) {
        this.layout = layout;
        this.clients = clients;
        this.status = status;
        this.threads = new ThreadPoolExecutor(
                config.readers(),
                config.readers(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(config.waiting()),
                task -> {
                    Thread thread = new Thread(task, "events-catch-up");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** What is being read is given up; who waits for it is told nothing more. */
    synchronized void stop() {
        threads.shutdownNow();
        idle.forEach(TopicReader::close);
        if (ends != null) {
            ends.close();
        }
    }

    /** Does this when its turn has come; fails with what it throws, or with {@link LogUnavailable}. */
    <T> CompletableFuture<T> run(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                try {
                    result.complete(task.call());
                } catch (KafkaException failure) {
                    LOG.warnf("Catching up has failed: %s", failure);
                    result.completeExceptionally(LogUnavailable.now());
                } catch (Exception failure) {
                    result.completeExceptionally(failure);
                }
            });
        } catch (RejectedExecutionException full) {
            result.completeExceptionally(new LogUnavailable("Too many are catching up with the log of events."));
        }
        return result;
    }

    /** A reader for the running task: one that stands there already, if there is one. */
    TopicReader take(Cursor place) {
        for (TopicReader reader : idle) {
            if (reader.isAt(place) && idle.remove(reader)) {
                return reader;
            }
        }
        TopicReader any = idle.poll();
        return any != null
                ? any
                : new TopicReader(layout, clients.consumer("catch-up", 10), ends(), status::unreadable);
    }

    /** Gives back a reader that is in order. */
    void giveBack(TopicReader reader) {
        idle.push(reader);
    }

    synchronized Ends ends() {
        if (ends == null) {
            ends = new Ends(clients.admin(), layout);
        }
        return ends;
    }
}
