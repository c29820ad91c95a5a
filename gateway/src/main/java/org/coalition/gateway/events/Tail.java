package org.coalition.gateway.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Follows the topics on a thread of its own and fills the ring. It begins a little before their ends, so that who comes back after this
 * gateway was away finds what it missed in memory. After any failure it starts over from where it was.
 */
final class Tail {
    private static final Logger LOG = Logger.getLogger(Tail.class);
    private static final Duration TURN = Duration.ofMillis(250);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long TO_SETTLE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long PAUSE_MILLIS = 500;
    private static final int AT_ONCE = 1_000;

    private final EventsConfig config;
    private final Layout layout;
    private final Clients clients;
    private final LogStatus status;
    private final Runnable news;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "events-tail");
    private volatile Ring ring;
    private long shortSince;

    /** @param news called whenever something was added to the ring */
    Tail(EventsConfig config, Layout layout, Clients clients, LogStatus status, Runnable news) {
        this.config = config;
        this.layout = layout;
        this.clients = clients;
        this.status = status;
        this.news = news;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void stop() throws InterruptedException {
        stop.countDown();
        thread.join(TURN.toMillis() * 8);
    }

    /** The last events; null before the topics could be read for the first time. */
    Ring ring() {
        return ring;
    }

    private void run() {
        while (stop.getCount() > 0) {
            try (Ends ends = new Ends(clients.admin(), layout);
                    TopicReader reader =
                            new TopicReader(layout, clients.consumer("tail", 250), ends, status::unreadable)) {
                follow(reader, ends);
            } catch (RuntimeException failure) {
                status.lost(failure);
                pause();
            }
        }
    }

    private void follow(TopicReader reader, Ends ends) {
        Ring current = current(ends);
        reader.seek(current.span().place());
        // Who begins now must not be told what was there before.
        Cursor first = ends.ends();
        long looked = System.nanoTime();
        while (stop.getCount() > 0) {
            reader.fill(TURN);
            Cursor before = current.span().place();
            for (boolean more = true; more; ) {
                List<Entry> read = new ArrayList<>();
                for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                    read.add(entry);
                    if (read.size() == AT_ONCE) {
                        break;
                    }
                }
                more = read.size() == AT_ONCE;
                current.add(read, reader.place());
                ring = current;
            }
            if (!current.span().place().equals(before)) {
                news.run();
            }
            if (!status.isAvailable() && reader.place().reaches(first) || System.nanoTime() - looked > LOOK_NANOS) {
                looked = System.nanoTime();
                look(reader.place(), first, ends.ends());
            }
        }
    }

    private void look(Cursor place, Cursor first, Cursor end) {
        long lag = 0;
        for (int i = 0; i < end.places(); i++) {
            lag += Math.max(0, end.offset(i) - place.offset(i));
        }
        if (status.isAvailable() || place.reaches(first)) {
            status.follows(lag);
        }
    }

    /** The ring so far, if the topics still are those of which it tells; else a new one. */
    private Ring current(Ends ends) {
        Cursor begins = ends.begins();
        Cursor end = ends.ends();
        if (ring != null) {
            Cursor place = ring.span().place();
            if (place.reaches(begins) && end.reaches(place)) {
                shortSince = 0;
                return ring;
            }
            requireSettled(end.reaches(place));
            LOG.error("The topics no longer hold what follows what was read of them: events begin anew");
        }
        long[] offsets = end.offsets();
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = Math.max(begins.offset(i), offsets[i] - config.ring().events() / 8);
        }
        return new Ring(config.ring().events(), config.ring().bytes(), Cursor.of(offsets));
    }

    /** A broker that has just come back may not yet know how far its topics go. */
    private void requireSettled(boolean longEnough) {
        long now = System.nanoTime();
        if (shortSince == 0) {
            shortSince = now;
        }
        if (!longEnough && now - shortSince < TO_SETTLE_NANOS) {
            throw new KafkaException("The topics end before what was read of them");
        }
        shortSince = 0;
    }

    private void pause() {
        try {
            if (stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("The tail stops");
            }
        } catch (InterruptedException e) {
            throw new InterruptException(new KafkaException(e).getMessage(), e);
        }
    }
}
