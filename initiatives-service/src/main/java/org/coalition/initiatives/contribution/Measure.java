package org.coalition.initiatives.contribution;

import java.math.BigDecimal;
import org.coalition.defaults.problem.RuleViolated;

/** In what a line is kept: one currency, or one unit. */
public record Measure(String currency, String unit) {
    SignedMoney money(BigDecimal amount) {
        return currency == null ? null : new SignedMoney(amount, currency);
    }

    SignedQuantity quantity(BigDecimal amount) {
        return unit == null ? null : new SignedQuantity(amount, unit);
    }

    /**
     * Lets pass what is in this measure.
     *
     * @throws RuleViolated 422 otherwise
     */
    public void require(Money money, Quantity quantity) {
        if (currency != null && money == null) {
            throw new RuleViolated(
                    "/quantity", "other-measure", "This line is kept in %s: give money.".formatted(currency));
        }
        if (unit != null && quantity == null) {
            throw new RuleViolated(
                    "/money", "other-measure", "This line is kept in %s: give a quantity.".formatted(unit));
        }
        if (currency != null && !currency.equals(money.currency())) {
            throw new RuleViolated(
                    "/money/currency", "other-currency", "All entries of this line are in %s.".formatted(currency));
        }
        if (unit != null && !unit.equals(quantity.unit())) {
            throw new RuleViolated(
                    "/quantity/unit", "other-unit", "All entries of this line are in %s.".formatted(unit));
        }
    }
}
