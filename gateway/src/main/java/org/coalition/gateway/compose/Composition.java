package org.coalition.gateway.compose;

import org.coalition.gateway.edge.Exchange;
import org.coalition.gateway.route.Desk;

/** A read that the gateway answers itself, out of what the services tell. It stands in the contract as {@code x-service: gateway}. */
public interface Composition {
    String path();

    /** Answers, sooner or later, on the event loop of the exchange. */
    void answer(Exchange exchange, Desk desk);
}
