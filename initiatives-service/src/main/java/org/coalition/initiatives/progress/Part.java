package org.coalition.initiatives.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.coalition.initiatives.initiative.Shares;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far an initiative has come, reckoned from what is known of it.
 *
 * @param milestones null without any
 * @param indicators null without any
 * @param children those that count
 */
record Part(MilestoneFigures milestones, IndicatorFigures indicators, List<Weighted> children) {
    /** Digits behind the point in an answer; nothing is rounded before. */
    static final int SCALE = 4;

    /** A child with the weight that its parent's lead parties gave it. */
    record Weighted(BigDecimal weight, Part part) {}

    @Schema(description = "What the progress is the mean of; each is absent where there is nothing to reckon it from.")
    record Inputs(BigDecimal milestones, BigDecimal indicators, BigDecimal parts) {}

    /** The mean of what there is; null if nothing is. */
    BigDecimal value() {
        List<BigDecimal> values = new ArrayList<>();
        add(values, milestones == null ? null : milestones.value());
        add(values, indicators == null ? null : indicators.value());
        add(values, childrenValue());
        return values.isEmpty()
                ? null
                : divided(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add), BigDecimal.valueOf(values.size()));
    }

    /** The children by their shares. One of which nothing is known counts 0: what is not shown is no progress. */
    private BigDecimal childrenValue() {
        if (children.isEmpty()) {
            return null;
        }
        List<BigDecimal> shares = shares();
        return IntStream.range(0, children.size())
                .mapToObj(i -> shares.get(i).multiply(children.get(i).part().valueOrZero()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .min(BigDecimal.ONE);
    }

    List<BigDecimal> shares() {
        return Shares.of(children.stream().map(Weighted::weight).toList());
    }

    private BigDecimal valueOrZero() {
        BigDecimal value = value();
        return value == null ? BigDecimal.ZERO : value;
    }

    Inputs inputs() {
        return new Inputs(
                rounded(milestones == null ? null : milestones.value()),
                rounded(indicators == null ? null : indicators.value()),
                rounded(childrenValue()));
    }

    private static void add(List<BigDecimal> values, BigDecimal value) {
        if (value != null) {
            values.add(value);
        }
    }

    static BigDecimal divided(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL64);
    }

    static BigDecimal rounded(BigDecimal value) {
        return value == null ? null : value.setScale(SCALE, RoundingMode.HALF_UP);
    }
}
