package org.coalition.defaults.aggregate;

/**
 * A new aggregate together with the event that announces it; what a factory method of an aggregate returns.
 *
 * @param aggregate not yet stored
 * @param event never null
 */
public record Created<A extends Aggregate>(A aggregate, DomainEvent event) {}
