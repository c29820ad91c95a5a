package org.coalition.gateway.events;

import java.util.List;

/**
 * Some events in their order.
 *
 * @param events whoever may know of them; empty if nothing follows
 * @param next the place behind them
 */
public record Batch(List<LoggedEvent> events, Cursor next) {}
