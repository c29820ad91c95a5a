package org.coalition.gateway.edge;

/** Something the gateway answers itself. Pages are read only. */
@FunctionalInterface
public interface Page {
    void answer(Exchange exchange);
}
