package org.coalition.initiatives.initiative;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;

/** What siblings count when some have left, were cancelled or are not seen: in the proportion of their weights, together 1. */
public final class Shares {
    private Shares() {}

    /**
     * The share of each.
     *
     * @param weights null for one without a weight: it counts nothing beside weighted ones, and all alike if none has any
     */
    public static List<BigDecimal> of(List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0) {
            return weights.stream()
                    .map(weight -> BigDecimal.ONE.divide(BigDecimal.valueOf(weights.size()), MathContext.DECIMAL64))
                    .toList();
        }
        return weights.stream()
                .map(weight -> weight == null ? BigDecimal.ZERO : weight.divide(sum, MathContext.DECIMAL64))
                .toList();
    }
}
