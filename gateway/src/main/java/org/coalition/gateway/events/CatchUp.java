package org.coalition.gateway.events;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;

/**
 * Reads what lies before the ring, from the topics. Those who come from one place get one reading.
 */
final class CatchUp {
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int MOST_REMEMBERED_BYTES = 16 * 1024 * 1024;
    private static final Duration STEP = Duration.ofMillis(100);

    private final EventsConfig config;
    private final Readers readers;
    private final LogStatus status;
    private final Supplier<Ring> ring;
    private final Cache<Cursor, Stretch> remembered = Caffeine.newBuilder()
            .maximumWeight(MOST_REMEMBERED_BYTES)
            .weigher((Cursor from, Stretch read) -> read.bytes())
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    CatchUp(EventsConfig config, Readers readers, LogStatus status, Supplier<Ring> ring) {
        this.config = config;
        this.readers = readers;
        this.status = status;
        this.ring = ring;
    }

    /** What follows this place; fails with {@link RetentionPassed} or {@link LogUnavailable}. */
    CompletableFuture<Stretch> read(Cursor from) {
        Stretch known = remembered.getIfPresent(from);
        return known != null
                ? CompletableFuture.completedFuture(known)
                : readers.run(() -> {
                    Stretch sinceThen = remembered.getIfPresent(from);
                    return sinceThen != null ? sinceThen : readNow(from);
                });
    }

    /** The place of the first events that came at this time or later; fails as {@link #read} does. */
    CompletableFuture<Cursor> at(Instant time) {
        return readers.run(() -> {
            Cursor begins = readers.ends().begins();
            Cursor ends = readers.ends().ends();
            Cursor found = readers.ends().at(time);
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

    /** The place before all that the topics hold. */
    CompletableFuture<Cursor> first() {
        return readers.run(() -> readers.ends().begins());
    }

    /** Sees that the topics hold what follows this place; fails as {@link #read} does. */
    CompletableFuture<Cursor> require(Cursor place) {
        return readers.run(() -> {
            requireHeld(place);
            return place;
        });
    }

    private void requireHeld(Cursor place) throws RetentionPassed, LogUnavailable {
        if (!place.reaches(readers.ends().begins())) {
            throw new RetentionPassed();
        }
        if (!readers.ends().ends().reaches(place)) {
            if (!status.isSettled()) {
                throw LogUnavailable.now();
            }
            // These are other topics: what follows there is not what its reader waits for.
            throw new RetentionPassed();
        }
    }

    private Stretch readNow(Cursor from) throws RetentionPassed, LogUnavailable {
        TopicReader reader = readers.take(from);
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
                readers.giveBack(reader);
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
                    throw LogUnavailable.now();
                }
                break;
            }
            reader.fill(STEP);
        }
        return new Stretch(List.copyOf(entries), reader.place());
    }
}
