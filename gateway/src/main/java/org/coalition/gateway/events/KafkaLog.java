package org.coalition.gateway.events;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The log as it stands in Kafka: the last events in the ring, those before in the topics. */
@Singleton
class KafkaLog implements EventLog {
    private final EventsConfig config;
    private final LogStatus status;
    private final Tail tail;
    private final Readers readers;
    private final CatchUp catchUp;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Object news = new Object();

    KafkaLog(EventsConfig config, Clients clients, LogStatus status) {
        Layout layout = Layout.of(config);
        this.config = config;
        this.status = status;
        this.tail = new Tail(config, layout, clients, status, this::tell);
        this.readers = new Readers(config.reading(), layout, clients, status);
        this.catchUp = new CatchUp(config, readers, status, tail::ring);
    }

    void start(@Observes StartupEvent event) {
        tail.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        tail.stop();
        readers.stop();
    }

    /** Calls this whenever something was added to the ring; it must not take its time. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
        synchronized (news) {
            news.notifyAll();
        }
    }

    /** The last events. */
    Ring ring() throws LogUnavailable {
        Ring ring = tail.ring();
        if (ring == null || !status.isAvailable()) {
            throw LogUnavailable.now();
        }
        return ring;
    }

    /** The last events as far as they were read, also while no more can be read; null before the first. */
    Ring lastRing() {
        return tail.ring();
    }

    @Override
    public Cursor end() throws LogUnavailable {
        return ring().span().place();
    }

    @Override
    public Cursor first() throws LogUnavailable {
        try {
            return get(catchUp.first());
        } catch (RetentionPassed notHere) {
            throw new IllegalStateException(notHere);
        }
    }

    @Override
    public Cursor since(Instant time) throws RetentionPassed, LogUnavailable {
        return get(at(time));
    }

    /** The place of the first events that came at this time or later; fails with {@link RetentionPassed} or {@link LogUnavailable}. */
    CompletableFuture<Cursor> at(Instant time) {
        return status.isAvailable() ? catchUp.at(time) : unavailable();
    }

    /** Fails with {@link RetentionPassed} or {@link LogUnavailable} if nobody can go on from this place. */
    CompletableFuture<Cursor> require(Cursor place) {
        try {
            Ring ring = ring();
            boolean known = ring.covers(place) && ring.span().place().reaches(place);
            return known ? CompletableFuture.completedFuture(place) : catchUp.require(place);
        } catch (LogUnavailable e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What follows a place that the ring does not cover; fails with {@link RetentionPassed} or {@link LogUnavailable}. */
    CompletableFuture<Stretch> before(Cursor place) {
        return status.isAvailable() ? catchUp.read(place) : unavailable();
    }

    private static <T> CompletableFuture<T> unavailable() {
        return CompletableFuture.failedFuture(LogUnavailable.now());
    }

    @Override
    public Batch read(Cursor from, int max) throws RetentionPassed, LogUnavailable {
        Cursor place = get(require(from));
        try {
            return ofRing(ring(), place, max);
        } catch (Follower.FellBehind behind) {
            Stretch stretch = get(before(place));
            List<Entry> entries = stretch.entries();
            boolean cut = entries.size() > max;
            List<Entry> part = cut ? entries.subList(0, max) : entries;
            return new Batch(
                    part.stream().map(Entry::event).toList(),
                    cut ? part.get(max - 1).after() : stretch.next());
        }
    }

    private static Batch ofRing(Ring ring, Cursor from, int max) throws Follower.FellBehind {
        Follower follower = new Follower(ring, from);
        List<LoggedEvent> events = new ArrayList<>();
        for (Entry entry = null; events.size() < max && (entry = follower.take()) != null; ) {
            events.add(entry.event());
        }
        return new Batch(events, follower.place());
    }

    @Override
    public void await(Cursor place, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (news) {
            for (long left = atMost.toMillis(); left > 0 && nothingFollows(place); ) {
                news.wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            }
        }
    }

    private boolean nothingFollows(Cursor place) {
        Ring ring = tail.ring();
        return ring == null || place.reaches(ring.span().place());
    }

    private <T> T get(CompletableFuture<T> result) throws RetentionPassed, LogUnavailable {
        try {
            return result.get(2 * config.reading().patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetentionPassed passed) {
                throw passed;
            }
            if (e.getCause() instanceof LogUnavailable unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw LogUnavailable.now();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LogUnavailable.now();
        }
    }
}
