package org.coalition.gateway.events;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.ThreadLocalRandom;
import org.coalition.gateway.edge.Exchange;
import org.coalition.gateway.route.Desk;

/**
 * One stream of events (Server-Sent Events), on one event loop. It has no queue, only a place in the log: what the subscriber is ready to
 * take is looked up then. Behind the ring it reads from the topics, and joins the ring where it can.
 */
final class EventStream {
    private static final int SLICE_BYTES = 32 * 1024;
    private static final int LOOK = 500;
    private static final int PAGE = 100;
    private static final long TRY_AGAIN_MILLIS = 1_000;
    private static final int SPREAD_MILLIS = 4_000;

    private final Context context = Vertx.currentContext();
    private final Exchange exchange;
    private final HttpServerResponse response;
    private final Desk desk;
    private final StreamTools tools;
    private final SnapshotPages snapshots;
    private final String client;
    private final Subscription subscription;
    private final Instant expiry;
    private final long heartbeatNanos;
    private Cursor place;
    private Ring ring;
    private Follower follower;
    private Iterator<Entry> behind;
    private Cursor behindNext;
    private boolean reading;
    private boolean blocked;
    private long blockedSince;
    private long nextBeat;
    private boolean ended;

    EventStream(
            Exchange exchange,
            Desk desk,
            StreamTools tools,
            SnapshotPages snapshots,
            Subscription subscription,
            Cursor place) {
        this.exchange = exchange;
        this.response = exchange.request().response();
        this.desk = desk;
        this.tools = tools;
        this.snapshots = snapshots;
        this.client = exchange.client();
        this.subscription = subscription;
        this.place = place;
        this.expiry = exchange.bearer().map(bearer -> bearer.expiry()).orElse(Instant.MAX);
        this.heartbeatNanos = tools.config().heartbeat().toNanos();
        this.nextBeat = System.nanoTime() + heartbeatNanos;
    }

    /** Writes the head, and whatever follows the place. */
    void begin() {
        response.setChunked(true);
        response.setWriteQueueMaxSize(SLICE_BYTES);
        response.closeHandler(gone -> leave(Ending.GONE));
        response.exceptionHandler(gone -> leave(Ending.GONE));
        tools.subscribers().opened(this, desk);
        if (!ended) {
            // The cursor at once: who is cut off before the first event comes back to this place.
            write(Buffer.buffer("retry: 2000\n").appendBytes(Entry.idLine(tools.cursors(), place)).appendString("\n"));
            pump();
        }
    }

    /** Writes what follows, as long as the subscriber takes it. */
    void pump() {
        if (ended || blocked || reading) {
            return;
        }
        if (place.snapshot() != null) {
            tellWhatIsThere();
            return;
        }
        if (follower == null && behind == null) {
            join();
        }
        Buffer out = Buffer.buffer();
        boolean more = behind != null ? tellRead(out) : follower != null && tellRing(out);
        if (out.length() > 0) {
            write(out);
        }
        if (more && !blocked) {
            // In slices, so that one who has much to get does not keep the others of this loop waiting.
            context.runOnContext(next -> pump());
        }
    }

    private void join() {
        ring = tools.log().lastRing();
        if (ring == null) {
            // Not before the topics have been read once does a stream begin.
            return;
        }
        try {
            follower = new Follower(ring, place);
        } catch (Follower.FellBehind before) {
            read();
        }
    }

    private boolean tellRing(Buffer out) {
        if (ring != tools.log().lastRing()) {
            end(Ending.REPLACED);
            return false;
        }
        try {
            for (int looked = 0; looked < LOOK && out.length() < SLICE_BYTES; looked++) {
                Entry entry = follower.take();
                place = follower.place();
                if (entry == null) {
                    return false;
                }
                tell(entry, out, true);
            }
        } catch (Follower.FellBehind behindTheRing) {
            follower = null;
            read();
        }
        return true;
    }

    private boolean tellRead(Buffer out) {
        for (int looked = 0; behind.hasNext() && looked < LOOK && out.length() < SLICE_BYTES; looked++) {
            Entry entry = behind.next();
            place = entry.after();
            tell(entry, out, false);
        }
        if (!behind.hasNext()) {
            behind = null;
            place = behindNext;
        }
        return true;
    }

    private void tell(Entry entry, Buffer out, boolean live) {
        LoggedEvent seen = subscription.told(entry.event());
        if (seen == null) {
            return;
        }
        out.appendBytes(place == entry.after() ? entry.id(tools.cursors()) : Entry.idLine(tools.cursors(), place));
        out.appendBytes(entry.frame(seen));
        tools.metrics().streamed(1);
        if (live) {
            tools.metrics().took(System.currentTimeMillis() - entry.recordedMillis());
        }
    }

    private void read() {
        reading = true;
        tools.log().before(place).whenComplete((stretch, failure) -> context.runOnContext(back -> {
            if (ended) {
                return;
            }
            if (failure == null) {
                reading = false;
                behind = stretch.entries().iterator();
                behindNext = stretch.next();
                pump();
            } else if (failure instanceof RetentionPassed) {
                end(Ending.RETENTION);
            } else {
                context.owner().setTimer(TRY_AGAIN_MILLIS, again -> {
                    reading = false;
                    pump();
                });
            }
        }));
    }

    private void tellWhatIsThere() {
        reading = true;
        snapshots.ask(exchange, desk, place, PAGE).onComplete(page -> {
            if (ended) {
                return;
            }
            if (page.failed()) {
                // Who comes back goes on with this page.
                end(Ending.SNAPSHOT);
                return;
            }
            reading = false;
            Buffer out = Buffer.buffer();
            for (LoggedEvent event : page.result().events()) {
                LoggedEvent seen = subscription.told(event);
                if (seen != null) {
                    out.appendBytes(Entry.lines(seen));
                    tools.metrics().streamed(1);
                }
            }
            place = page.result().next();
            // The page is one step: until the whole of it has arrived, its reader is where it was.
            write(out.appendBytes(Entry.idLine(tools.cursors(), place)).appendString("\n"));
            pump();
        });
    }

    private void write(Buffer out) {
        // A failure to write means that the subscriber has gone, of which the other handlers tell.
        response.write(out, written -> {});
        if (response.writeQueueFull()) {
            blocked = true;
            blockedSince = System.nanoTime();
            response.drainHandler(drained -> {
                blocked = false;
                pump();
            });
        }
    }

    /** Looks after the stream now and then. Heartbeats go by the clock alone, whatever happens in the log. */
    void tick(long now) {
        if (!Instant.now().isBefore(expiry)) {
            end(Ending.EXPIRED);
        } else if (blocked && now - blockedSince > tools.config().drain().toNanos()) {
            end(Ending.SLOW);
        } else if (now - nextBeat >= 0) {
            nextBeat += heartbeatNanos;
            if (!blocked) {
                write(Buffer.buffer(":\n").appendBytes(Entry.idLine(tools.cursors(), place)).appendString("\n"));
            }
        }
    }

    void end(Ending cause) {
        if (ended) {
            return;
        }
        if (cause == Ending.SLOW) {
            leave(cause);
            // Not the connection's own close, which would wait behind what the subscriber does not take.
            ((ConnectionBase) exchange.request().connection()).channelHandlerContext().close();
            return;
        }
        leave(cause);
        String last = cause == Ending.CLOSING
                ? "retry: " + (1_000 + ThreadLocalRandom.current().nextInt(SPREAD_MILLIS))
                : ": " + cause.tag();
        response.end(last + "\n\n", written -> exchange.ended());
    }

    private void leave(Ending cause) {
        if (!ended) {
            ended = true;
            tools.subscribers().closed(this, desk, client, cause);
        }
    }
}
