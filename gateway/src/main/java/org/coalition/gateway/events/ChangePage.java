package org.coalition.gateway.events;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
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
    private final Subscription subscription;
    private final int limit;
    private final Buffer items = Buffer.buffer("{\"items\":[");
    private Cursor snapshot;
    private Course course;
    private int given;
    private int looked;

    ChangePage(Exchange exchange, Desk desk, StreamTools tools, Subscription subscription, int limit) {
        this.exchange = exchange;
        this.desk = desk;
        this.tools = tools;
        this.subscription = subscription;
        this.limit = limit;
    }

    void from(Since since) {
        Future.fromCompletionStage(since.place(tools.log()), context)
                .onSuccess(place -> {
                    goTo(place);
                    gather();
                })
                .onFailure(failure -> Refusing.because(exchange, failure));
    }

    private void goTo(Cursor place) {
        boolean within = place.snapshot() != null;
        snapshot = within ? place : null;
        course = within ? null : new Course(tools.log(), place);
    }

    private void gather() {
        if (exchange.request().response().closed()) {
            return;
        }
        if (course == null) {
            tellWhatIsThere();
            return;
        }
        try {
            for (int i = 0; i < SLICE && !isFull(); i++) {
                Entry entry = course.next();
                if (entry == null) {
                    endOrRead();
                    return;
                }
                tell(entry.event());
            }
            goOn();
        } catch (Course.Replaced others) {
            Refusing.because(exchange, new RetentionPassed());
        }
    }

    private void endOrRead() {
        if (!course.isFar()) {
            answer();
            return;
        }
        Future.fromCompletionStage(course.read(), context)
                .onSuccess(stretch -> {
                    course.accept(stretch);
                    gather();
                })
                .onFailure(failure -> {
                    if (given > 0) {
                        // What was gathered is good; why there is no more, the next request is told.
                        answer();
                    } else {
                        Refusing.because(exchange, failure);
                    }
                });
    }

    private void tellWhatIsThere() {
        tools.snapshots().ask(exchange, desk, snapshot, limit).onComplete(page -> {
            if (page.failed()) {
                Refusing.because(exchange, page.cause());
                return;
            }
            page.result().events().forEach(this::tell);
            goTo(page.result().next());
            // A page of a service is a page of ours, unless the filters left nothing of it.
            if (given > 0) {
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
        items.appendString("],\"next\":\"")
                .appendString(tools.cursors().write(course == null ? snapshot : course.place()))
                .appendString("\"}");
        tools.metrics().polled(given);
        exchange.request().response().headers().set(HttpHeaders.CACHE_CONTROL, "no-store");
        exchange.answer(200, "application/json", items);
    }
}
