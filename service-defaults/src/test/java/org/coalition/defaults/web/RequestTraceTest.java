package org.coalition.defaults.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTraceTest {
    private static final String CALLERS = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    @Test
    void itGoesOnWithTheTraceOfTheCallerUnderASpanOfItsOwn() {
        RequestTrace trace = RequestTrace.of(CALLERS);
        assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", trace.traceId());
        assertNotEquals("00f067aa0ba902b7", trace.spanId());
        assertEquals("00-" + trace.traceId() + "-" + trace.spanId() + "-00", trace.traceparent());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
            })
    void itBeginsATraceWhereTheCallerSendsNone(String header) {
        assertTrue(RequestTrace.of(header).traceparent().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
        assertNotEquals(
                "4bf92f3577b34da6a3ce929d0e0e4736", RequestTrace.of(header).traceId());
    }

    @Test
    void whereSpansAreCollectedItIsTheirs() {
        SpanContext span = SpanContext.create(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        try (Scope scope = Span.wrap(span).makeCurrent()) {
            assertEquals(
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                    RequestTrace.of(CALLERS).traceparent(),
                    scope.toString());
        }
    }
}
