package org.coalition.initiatives.rate;

import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to the table of exchange rates. */
sealed interface ExchangeRateEvent extends DomainEvent {
    record Recorded() implements ExchangeRateEvent {}

    record Corrected(UUID corrects, String reason) implements ExchangeRateEvent {}
}
