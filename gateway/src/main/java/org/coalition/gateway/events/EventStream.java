package org.coalition.gateway.events;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.coalition.gateway.edge.Exchange;
import org.coalition.gateway.route.Desk;

/**
 * One stream of events (Server-Sent Events), on one event loop. It has no queue, only a place in the log: what the subscriber is ready to
 * take is looked up then.
 */
final class EventStream {
    private static final int SLICE_BYTES = 32 * 1024;
    private static final int LOOK = 500;
    private static final int PAGE = 100;
    private static final long TRY_AGAIN_MILLIS = 1_000;
    private static final int SPREAD_MILLIS = 4_000;

    private final Context context = Vertx.currentContext();
    private final Exchange exchange;
    private final Desk desk;
    private final StreamTools tools;
    private final String client;
    private final Subscription subscription;
    private final Instant expiry;
    private final long heartbeatNanos;
    private Outlet outlet;
    private Cursor snapshot;
    private Course course;
    private boolean reading;
    private long nextBeat;
    private boolean ended;

    EventStream(Exchange exchange, Desk desk, StreamTools tools, Subscription subscription, Cursor place) {
        this.exchange = exchange;
        this.desk = desk;
        this.tools = tools;
        this.client = exchange.client();
        this.subscription = subscription;
        this.expiry = exchange.bearer().map(bearer -> bearer.expiry()).orElse(Instant.MAX);
        this.heartbeatNanos = tools.config().heartbeat().toNanos();
        this.nextBeat = System.nanoTime() + heartbeatNanos;
        goTo(place);
    }

    private void goTo(Cursor place) {
        boolean within = place.snapshot() != null;
        snapshot = within ? place : null;
        course = within ? null : new Course(tools.log(), place);
    }

    private Cursor place() {
        return course == null ? snapshot : course.place();
    }

    /** Writes the head, and whatever follows the place. */
    void begin() {
        outlet = new Outlet(exchange, () -> leave(Ending.GONE), this::pump);
        tools.subscribers().opened(this, desk);
        if (!ended) {
            // The cursor at once: who is cut off before the first event comes back to this place.
            outlet.write(Buffer.buffer("retry: 2000\n").appendBuffer(mark()));
            pump();
        }
    }

    /** Writes what follows, as long as the subscriber takes it. */
    void pump() {
        if (ended || outlet.isBlocked() || reading) {
            return;
        }
        if (course == null) {
            tellWhatIsThere();
            return;
        }
        try {
            Buffer out = Buffer.buffer();
            boolean more = tell(out);
            if (out.length() > 0) {
                outlet.write(out);
            }
            if (course.isFar()) {
                read();
            } else if (more && !outlet.isBlocked()) {
                // In slices, so that one who has much to get does not keep the others of this loop waiting.
                context.runOnContext(next -> pump());
            }
        } catch (Course.Replaced others) {
            end(Ending.REPLACED);
        }
    }

    /** Tells a slice; answers whether there may be more. */
    private boolean tell(Buffer out) throws Course.Replaced {
        for (int looked = 0; looked < LOOK && out.length() < SLICE_BYTES; looked++) {
            Entry entry = course.next();
            if (entry == null) {
                return false;
            }
            LoggedEvent seen = subscription.told(entry.event());
            if (seen != null) {
                Cursor behind = course.place();
                out.appendBytes(
                        behind == entry.after() ? entry.id(tools.cursors()) : Entry.idLine(tools.cursors(), behind));
                out.appendBytes(entry.frame(seen));
                tools.metrics().streamed(1);
                if (course.isLive()) {
                    tools.metrics().took(System.currentTimeMillis() - entry.recordedMillis());
                }
            }
        }
        return true;
    }

    private void read() {
        reading = true;
        Future.fromCompletionStage(course.read(), context).onComplete(read -> {
            if (ended) {
                return;
            }
            if (read.succeeded()) {
                reading = false;
                course.accept(read.result());
                pump();
            } else if (read.cause() instanceof RetentionPassed) {
                end(Ending.RETENTION);
            } else {
                context.owner().setTimer(TRY_AGAIN_MILLIS, again -> {
                    reading = false;
                    pump();
                });
            }
        });
    }

    /** A page is one step: until the whole of it has arrived, its reader is where it was. */
    private void tellWhatIsThere() {
        reading = true;
        tools.snapshots().ask(exchange, desk, snapshot, PAGE).onComplete(page -> {
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
            goTo(page.result().next());
            outlet.write(out.appendBuffer(mark()));
            pump();
        });
    }

    /** The place alone: no event, but the subscriber keeps it. */
    private Buffer mark() {
        return Buffer.buffer(Entry.idLine(tools.cursors(), place())).appendString("\n");
    }

    /** Looks after the stream now and then. Heartbeats go by the clock alone, whatever happens in the log. */
    void tick(long now) {
        if (!Instant.now().isBefore(expiry)) {
            end(Ending.EXPIRED);
        } else if (outlet.blockedNanos(now) > tools.config().drain().toNanos()) {
            end(Ending.SLOW);
        } else if (now - nextBeat >= 0) {
            nextBeat += heartbeatNanos;
            if (!outlet.isBlocked()) {
                outlet.write(Buffer.buffer(":\n").appendBuffer(mark()));
            }
        }
    }

    void end(Ending cause) {
        if (ended) {
            return;
        }
        leave(cause);
        if (cause == Ending.SLOW) {
            outlet.cut();
            return;
        }
        if (cause == Ending.CLOSING) {
            // Who comes back is to come by another connection, which leads to another gateway.
            exchange.closeAfterwards();
        }
        String last = cause == Ending.CLOSING
                ? "retry: " + (1_000 + ThreadLocalRandom.current().nextInt(SPREAD_MILLIS))
                : ": " + cause.tag();
        outlet.end(last + "\n\n");
    }

    private void leave(Ending cause) {
        if (!ended) {
            ended = true;
            tools.subscribers().closed(this, desk, client, cause);
        }
    }
}
