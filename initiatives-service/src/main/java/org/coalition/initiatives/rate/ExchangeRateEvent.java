package org.coalition.initiatives.rate;

import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to the table of exchange rates. */
sealed interface ExchangeRateEvent extends DomainEvent {
    /** Totals can be converted by it. */
    record Recorded() implements ExchangeRateEvent {}

    /** It takes the place of one that was wrong. */
    record Corrected(UUID corrects, String reason) implements ExchangeRateEvent {}
}
