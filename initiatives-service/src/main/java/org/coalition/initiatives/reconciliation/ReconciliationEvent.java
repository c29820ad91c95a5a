package org.coalition.initiatives.reconciliation;

import java.math.BigDecimal;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to the reconciliation of a line. */
sealed interface ReconciliationEvent extends DomainEvent {
    /** A recipient says what it has received. */
    record ReceiptStated(String recipient, BigDecimal received) implements ReconciliationEvent {}

    /** A party agrees to the figure. */
    record FigureAgreed(String party, BigDecimal agreed) implements ReconciliationEvent {}

    /** A party says why the figures are not right. */
    record FiguresDisputed(String party, String grounds) implements ReconciliationEvent {
        @Override
        public String reason() {
            return grounds;
        }
    }
}
