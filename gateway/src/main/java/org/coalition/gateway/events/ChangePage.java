package org.coalition.gateway.events;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.Iterator;
import org.coalition.gateway.edge.Exchange;
import org.coalition.gateway.route.Desk;

/** One answer of the feed on its way: gathers events from a place on until it has enough, has looked at enough, or nothing follows. */
final class ChangePage {
    private static final int LOOK = 20_000;
    private static final int SLICE = 1_000;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Context context = Vertx.currentContext();
    private final Exchange exchange;
    private final Desk desk;
    private final StreamTools tools;
    private final SnapshotPages snapshots;
    private final Subscription subscription;
    private final int limit;
    private final Buffer items = Buffer.buffer("{\"items\":[");
    private Cursor place;
    private int given;
    private int looked;

    ChangePage(
            Exchange exchange,
            Desk desk,
            StreamTools tools,
            SnapshotPages snapshots,
            Subscription subscription,
            int limit) {
        this.exchange = exchange;
        this.desk = desk;
        this.tools = tools;
        this.snapshots = snapshots;
        this.subscription = subscription;
        this.limit = limit;
    }

    void from(Since since) {
        since.place(tools.log()).whenComplete((found, failure) -> context.runOnContext(back -> {
            if (failure != null) {
                Refusing.because(exchange, failure);
            } else {
                place = found;
                gather();
            }
        }));
    }

    private void gather() {
        if (exchange.request().response().closed()) {
            return;
        }
        if (place.snapshot() != null) {
            tellWhatIsThere();
            return;
        }
        try {
            Follower follower = new Follower(tools.log().ring(), place);
            for (int i = 0; i < SLICE && !isFull(); i++) {
                Entry entry = follower.take();
                place = follower.place();
                if (entry == null) {
                    answer();
                    return;
                }
                tell(entry.event());
            }
            goOn();
        } catch (Follower.FellBehind behind) {
            read();
        } catch (LogUnavailable unavailable) {
            Refusing.because(exchange, unavailable);
        }
    }

    private void read() {
        tools.log().before(place).whenComplete((stretch, failure) -> context.runOnContext(back -> {
            if (failure != null) {
                Refusing.because(exchange, failure);
                return;
            }
            Iterator<Entry> entries = stretch.entries().iterator();
            while (entries.hasNext() && !isFull()) {
                Entry entry = entries.next();
                place = entry.after();
                tell(entry.event());
            }
            if (!entries.hasNext()) {
                place = stretch.next();
            }
            goOn();
        }));
    }

    private void tellWhatIsThere() {
        snapshots.ask(exchange, desk, place, limit).onComplete(page -> {
            if (page.failed()) {
                Refusing.because(exchange, page.cause());
                return;
            }
            page.result().events().forEach(this::tell);
            place = page.result().next();
            // A page of a service is a page of ours, unless the filters left nothing of it.
            if (given > 0 || place.snapshot() == null) {
                answer();
            } else {
                goOn();
            }
        });
    }

    private void goOn() {
        if (isFull()) {
            answer();
        } else {
            context.runOnContext(next -> gather());
        }
    }

    private boolean isFull() {
        return given >= limit || looked >= LOOK || items.length() > MOST_BYTES;
    }

    private void tell(LoggedEvent event) {
        looked++;
        LoggedEvent seen = subscription.told(event);
        if (seen != null) {
            if (given++ > 0) {
                items.appendByte((byte) ',');
            }
            items.appendBytes(seen.json());
        }
    }

    private void answer() {
        items.appendString("],\"next\":\"").appendString(tools.cursors().write(place)).appendString("\"}");
        tools.metrics().polled(given);
        exchange.request().response().headers().set(HttpHeaders.CACHE_CONTROL, "no-store");
        exchange.answer(200, "application/json", items);
    }
}
