package org.coalition.initiatives.reconciliation;

import java.math.BigDecimal;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to the reconciliation of a line. */
sealed interface ReconciliationEvent extends DomainEvent {
    record ReceiptStated(String recipient, BigDecimal received) implements ReconciliationEvent {}

    record FigureAgreed(String party, BigDecimal agreed) implements ReconciliationEvent {}

    record FiguresDisputed(String party, String grounds) implements ReconciliationEvent {
        @Override
        public String reason() {
            return grounds;
        }
    }
}
