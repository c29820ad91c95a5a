package org.coalition.defaults.web;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/** The trace of the request that this thread serves; outside of a request, a new one each time. */
@Singleton
public class CurrentTrace {
    private static final String KEY = RequestTrace.class.getName();

    private final CurrentVertxRequest request;

    CurrentTrace(CurrentVertxRequest request) {
        this.request = request;
    }

    public RequestTrace get() {
        RoutingContext context = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        return context == null ? RequestTrace.begin() : of(context);
    }

    /** Puts the ids into every line that is logged on behalf of this request from now on. */
    static void begin(RoutingContext context) {
        RequestTrace trace = of(context);
        MDC.put("traceId", trace.traceId());
        MDC.put("spanId", trace.spanId());
    }

    /** The trace of this exchange; begun at first use. */
    public static RequestTrace of(RoutingContext context) {
        RequestTrace trace = context.get(KEY);
        if (trace == null) {
            trace = RequestTrace.of(context.request().getHeader(RequestTrace.HEADER));
            context.put(KEY, trace);
        }
        return trace;
    }
}
