package org.coalition.gateway.events;

import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.coalition.defaults.problem.ProblemType;
import org.coalition.gateway.edge.Exchange;
import org.coalition.gateway.route.NothingTold;
import org.jboss.logging.Logger;

/** How requests for events are refused. */
final class Refusing {
    private static final Logger LOG = Logger.getLogger(Refusing.class);
    private static final String AFTER_A_WHILE = "10";

    private Refusing() {}

    static void query(Exchange exchange, BadQuery bad) {
        exchange.refuse(
                ProblemType.MALFORMED_REQUEST, "The request cannot be understood; see errors.", List.of(bad.fault()));
    }

    static void clientHasEnough(Exchange exchange, int most) {
        exchange.request().response().headers().set(HttpHeaders.RETRY_AFTER, AFTER_A_WHILE);
        exchange.refuse(
                ProblemType.RATE_LIMITED,
                "This client has " + most + " streams of events open, which is the most it may.");
    }

    static void full(Exchange exchange) {
        exchange.request().response().headers().set(HttpHeaders.RETRY_AFTER, AFTER_A_WHILE);
        exchange.refuse(ProblemType.UNAVAILABLE, "All streams of events are taken at the moment.");
    }

    /** Why there are no events for whoever asked. */
    static void because(Exchange exchange, Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof RetentionPassed) {
            exchange.refuse(
                    ProblemType.RETENTION_PASSED,
                    "What follows there is no longer kept. Begin anew with since=start, which tells first what is there now.");
        } else if (cause instanceof LogUnavailable unavailable) {
            exchange.refuse(ProblemType.UNAVAILABLE, unavailable.getMessage());
        } else if (cause instanceof NothingTold untold) {
            exchange.refuse(untold.type(), untold.getMessage());
        } else if (cause instanceof SnapshotPages.Untold untold) {
            exchange.refuse(untold.type(), untold.getMessage());
        } else {
            LOG.error("Events cannot be given out", cause);
            exchange.refuse(ProblemType.INTERNAL_ERROR, ProblemType.INTERNAL_ERROR.advice());
        }
    }
}
