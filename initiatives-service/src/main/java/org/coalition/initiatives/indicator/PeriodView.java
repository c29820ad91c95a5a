package org.coalition.initiatives.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A period of an indicator with what was measured in it.")
public record PeriodView(
        LocalDate start,
        LocalDate end,
        BigDecimal target,

        @Schema(description = "The one that counts: the last recorded one.")
        ActualView actual,

        @Schema(description = "How many were recorded, those that were replaced included.")
        long recorded,

        @Schema(
                description =
                        "What the actual should be on its day: on a straight line from the target before, or the baseline, to"
                                + " the target; absent for NOMINAL and without an actual.")
        BigDecimal expected,

        IndicatorStatus status) {

    static PeriodView of(Indicator indicator, int place, LocalDate today) {
        Course course = indicator.course(place);
        Period period = course.period();
        Optional<Actual> last = indicator.last(period);
        return new PeriodView(
                period.start(),
                period.end(),
                period.target(),
                last.map(ActualView::of).orElse(null),
                indicator.recorded(period),
                last.map(actual -> course.expected(actual.measuredOn())).orElse(null),
                course.status(last.orElse(null), today));
    }
}
