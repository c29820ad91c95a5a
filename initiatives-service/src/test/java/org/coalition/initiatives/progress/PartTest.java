package org.coalition.initiatives.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Size;
import org.coalition.initiatives.initiative.Shares;
import org.coalition.initiatives.progress.Part.Weighted;
import org.junit.jupiter.api.Test;

class PartTest {
    private static final Part NOTHING = new Part(null, null, List.of());

    @Test
    void whereNothingIsKnownThereIsNoProgressToTell() {
        assertNull(NOTHING.value());
        assertNull(NOTHING.inputs().parts());
    }

    @Test
    void itIsTheMeanOfWhatThereIs() {
        assertProgress("0.5000", milestones(4, 1, 2));
        assertProgress("0.2500", new Part(null, figures(4, "1"), List.of()));
        assertProgress("0.3750", new Part(milestones(4, 1, 2).milestones(), figures(4, "1"), List.of()));
        assertProgress(
                "0.5833",
                new Part(
                        milestones(4, 1, 2).milestones(),
                        figures(4, "1"),
                        List.of(new Weighted(null, milestones(1, 1, 0)))));
    }

    @Test
    void withoutWeightsAllPartsCountAlikeAndOneOfWhichNothingIsKnownCountsNothingReached() {
        assertProgress("0.3333", of(child(null, 1), child(null, 0), new Weighted(null, NOTHING)));
        assertProgress("0.0000", of(new Weighted(null, NOTHING)));
    }

    @Test
    void weightsCountInProportionAndBesideThemOneWithoutAWeightCountsNothing() {
        assertProgress("0.7500", of(child("0.75", 1), child("0.25", 0)));
        assertProgress("0.6000", of(child("0.3", 1), child("0.2", 0)));
        assertProgress("0.0000", of(child("0.5", 0), child(null, 1)));
        assertProgress("0.5000", of(child("0", 1), child("0", 0)));
    }

    @Property
    void sharesAreTogetherOneAndProgressIsBetweenNoneAndAll(
            @ForAll @Size(min = 1, max = 20) List<@BigRange(min = "0", max = "1") BigDecimal> weights) {
        BigDecimal sum = Shares.of(weights).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertTrue(sum.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("1e-12")) < 0, sum.toString());
        Part all = new Part(
                null,
                null,
                weights.stream()
                        .map(weight -> new Weighted(weight, milestones(1, 1, 0)))
                        .toList());
        assertProgress("1.0000", all);
    }

    private static Part of(Weighted... children) {
        return new Part(null, null, List.of(children));
    }

    private static Weighted child(String weight, int met) {
        return new Weighted(weight == null ? null : new BigDecimal(weight), milestones(1, met, 0));
    }

    private static Part milestones(long count, long met, long partially) {
        return new Part(new MilestoneFigures(null, count, met, partially, 0L), null, List.of());
    }

    private static IndicatorFigures figures(long count, String achievements) {
        return new IndicatorFigures(null, count, 1L, new BigDecimal(achievements));
    }

    private static void assertProgress(String expected, Part part) {
        assertEquals(new BigDecimal(expected), Part.rounded(part.value()));
        assertTrue(IntStream.range(0, part.children().size())
                .allMatch(i -> part.shares().get(i).signum() >= 0));
    }
}
