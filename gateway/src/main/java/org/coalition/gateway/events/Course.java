package org.coalition.gateway.events;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;

/**
 * One subscriber's way through the log: behind the ring by what is read from the topics, and along the ring from where it can. It keeps
 * nothing but its place and the part that is being told. For one event loop.
 */
final class Course {
    private final KafkaLog log;
    private Cursor place;
    private Ring ring;
    private Follower follower;
    private Iterator<Entry> part;
    private Cursor behindPart;
    private boolean far;

    /** Thrown if the topics are others than they were. */
    static final class Replaced extends Exception {
        private static final long serialVersionUID = 1;

        Replaced() {
            super("other topics", null, false, false);
        }
    }

    Course(KafkaLog log, Cursor place) {
        this.log = log;
        this.place = place;
    }

    /** The place behind all that was given. */
    Cursor place() {
        return place;
    }

    /** Whether what was given last came while its reader was up to date. */
    boolean isLive() {
        return part == null;
    }

    /** Whether what follows has to be {@link #read} from the topics first. */
    boolean isFar() {
        return far;
    }

    /** The next event; null if nothing follows, or it has to be read first. */
    Entry next() throws Replaced {
        if (part != null) {
            if (part.hasNext()) {
                Entry entry = part.next();
                place = entry.after();
                return entry;
            }
            part = null;
            place = behindPart;
        }
        try {
            if (follower == null && !join()) {
                return null;
            }
            if (ring != log.lastRing()) {
                throw new Replaced();
            }
            Entry entry = follower.take();
            place = follower.place();
            return entry;
        } catch (Follower.FellBehind behind) {
            follower = null;
            far = true;
            return null;
        }
    }

    private boolean join() throws Follower.FellBehind {
        ring = log.lastRing();
        if (ring == null || far) {
            return false;
        }
        follower = new Follower(ring, place);
        return true;
    }

    /** Reads what follows; fails with {@link RetentionPassed} or {@link LogUnavailable}. What was read has to be {@link #accept}ed. */
    CompletableFuture<Stretch> read() {
        return log.before(place);
    }

    void accept(Stretch stretch) {
        far = false;
        part = stretch.entries().iterator();
        behindPart = stretch.next();
    }
}
