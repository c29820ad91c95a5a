package org.coalition.gateway.events;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Reads what lies before the ring, from the topics: few at a time, some waiting, one more refused. Those who come from one place get
 * one reading.
 */
final class CatchUp {
    private static final Logger LOG = Logger.getLogger(CatchUp.class);
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int MOST_REMEMBERED_BYTES = 16 * 1024 * 1024;
    private static final Duration STEP = Duration.ofMillis(100);

    private final EventsConfig config;
    private final Layout layout;
    private final Clients clients;
    private final LogStatus status;
    private final Supplier<Ring> ring;
    private final ThreadPoolExecutor threads;
    private final ConcurrentLinkedDeque<TopicReader> idle = new ConcurrentLinkedDeque<>();
    private final Cache<Cursor, Stretch> remembered = Caffeine.newBuilder()
            .maximumWeight(MOST_REMEMBERED_BYTES)
            .weigher((Cursor from, Stretch read) -> read.bytes())
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();
    private Ends ends;

    CatchUp(EventsConfig config, Layout layout, Clients clients, LogStatus status, Supplier<Ring> ring) {
        this.config = config;
        this.layout = layout;
        this.clients = clients;
        this.status = status;
        this.ring = ring;
        EventsConfig.Reading reading = config.reading();
        this.threads = new ThreadPoolExecutor(
                reading.readers(),
                reading.readers(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(reading.waiting()),
                task -> {
                    Thread thread = new Thread(task, "events-catch-up");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    void stop() {
        threads.shutdownNow();
    }

    /** What follows this place; fails with {@link RetentionPassed} or {@link LogUnavailable}. */
    CompletableFuture<Stretch> read(Cursor from) {
        Stretch known = remembered.getIfPresent(from);
        return known != null
                ? CompletableFuture.completedFuture(known)
                : run(() -> {
                    Stretch sinceThen = remembered.getIfPresent(from);
                    return sinceThen != null ? sinceThen : readNow(from);
                });
    }

    /** The place of the first events that came at this time or later; fails as {@link #read} does. */
    CompletableFuture<Cursor> at(Instant time) {
        return run(() -> {
            Cursor begins = ends().begins();
            Cursor ends = ends().ends();
            Cursor found = ends().at(time);
            for (int i = 0; i < found.places(); i++) {
                boolean first = begins.offset(i) > 0 && found.offset(i) == begins.offset(i);
                if (first && found.offset(i) < ends.offset(i)) {
                    // What was there before the first one may have come at that time, too.
                    throw new RetentionPassed();
                }
            }
            return found;
        });
    }

    /** Sees that the topics hold what follows this place; fails as {@link #read} does. */
    CompletableFuture<Cursor> require(Cursor place) {
        return run(() -> {
            requireHeld(place);
            return place;
        });
    }

    private void requireHeld(Cursor place) throws RetentionPassed {
        // Beyond the ends are other topics than these: what follows there is not what its reader waits for.
        if (!place.reaches(ends().begins()) || !ends().ends().reaches(place)) {
            throw new RetentionPassed();
        }
    }

    private Stretch readNow(Cursor from) throws RetentionPassed, LogUnavailable {
        TopicReader reader = readerAt(from);
        boolean good = false;
        try {
            if (!reader.isAt(from)) {
                requireHeld(from);
                reader.seek(from);
            }
            Stretch stretch = read(reader, from);
            good = true;
            if (!stretch.entries().isEmpty()) {
                remembered.put(from, stretch);
            }
            return stretch;
        } catch (OffsetOutOfRangeException gone) {
            throw new RetentionPassed();
        } finally {
            if (good) {
                idle.push(reader);
            } else {
                reader.close();
            }
        }
    }

    private Stretch read(TopicReader reader, Cursor from) throws LogUnavailable {
        List<Entry> entries = new ArrayList<>();
        long begin = System.nanoTime();
        long bytes = 0;
        while (true) {
            Entry entry = reader.next();
            if (entry != null) {
                entries.add(entry);
                bytes += entry.bytes();
                if (entries.size() >= config.reading().events() || bytes > MOST_BYTES) {
                    break;
                }
                continue;
            }
            Ring current = ring.get();
            long elapsed = System.nanoTime() - begin;
            if (current != null && current.covers(reader.place()) || !entries.isEmpty() && elapsed > STEP.toNanos()) {
                break;
            }
            if (elapsed > config.reading().patience().toNanos()) {
                if (reader.place().equals(from)) {
                    throw new LogUnavailable("The log of events cannot be read at the moment.");
                }
                break;
            }
            reader.fill(STEP);
        }
        return new Stretch(List.copyOf(entries), reader.place());
    }

    /** One that stands there already, if there is one. */
    private TopicReader readerAt(Cursor from) {
        for (TopicReader reader : idle) {
            if (reader.isAt(from) && idle.remove(reader)) {
                return reader;
            }
        }
        TopicReader any = idle.poll();
        return any != null
                ? any
                : new TopicReader(layout, clients.consumer("catch-up", 10), ends(), status::unreadable);
    }

    private synchronized Ends ends() {
        if (ends == null) {
            ends = new Ends(clients.admin(), layout);
        }
        return ends;
    }

    private <T> CompletableFuture<T> run(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                try {
                    result.complete(task.call());
                } catch (KafkaException failure) {
                    LOG.warnf("Catching up has failed: %s", failure);
                    result.completeExceptionally(new LogUnavailable("The log of events cannot be read at the moment."));
                } catch (Exception failure) {
                    result.completeExceptionally(failure);
                }
            });
        } catch (RejectedExecutionException full) {
            result.completeExceptionally(new LogUnavailable("Too many are catching up with the log of events."));
        }
        return result;
    }
}
