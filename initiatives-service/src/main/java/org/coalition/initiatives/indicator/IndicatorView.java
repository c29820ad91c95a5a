package org.coalition.initiatives.indicator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How an expected outcome of an initiative is measured.")
public record IndicatorView(
        UUID id,
        long version,
        UUID initiativeId,

        @Schema(description = "That of the last period in which something was measured.")
        IndicatorStatus status,

        @Schema(description = "What the status rests on, in words.")
        String explanation,

        @Schema(
                description =
                        "The part of the way from the baseline to the last target that the last actual has made, from 0 to 1;"
                                + " absent without data. For ORDINAL and NOMINAL either 0 or 1.")
        BigDecimal achievement,

        String title,
        String expectedOutcome,
        Measure measure,
        String unit,

        @Schema(description = "Whether more is better.") boolean ascending,

        Baseline baseline,
        List<PeriodView> periods,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore @Schema(hidden = true) long periodsEnded)
        implements View {

    static IndicatorView of(Indicator indicator, Instant now) {
        IndicatorDetails details = indicator.details();
        LocalDate today = Indicator.today(now);
        List<PeriodView> periods = IntStream.range(0, details.periods().size())
                .mapToObj(place -> PeriodView.of(indicator, place, today))
                .toList();
        PeriodView last = periods.stream()
                .filter(period -> period.actual() != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
        return new IndicatorView(
                indicator.id(),
                indicator.version(),
                indicator.initiativeId(),
                last == null ? IndicatorStatus.NO_DATA : last.status(),
                explanation(details, last, today),
                indicator.achievement(),
                details.title(),
                details.expectedOutcome(),
                details.measure(),
                details.unit(),
                details.ascending(),
                details.baseline(),
                periods,
                indicator.createdAt(),
                indicator.updatedAt(),
                periods.stream().filter(period -> period.end().isBefore(today)).count());
    }

    private static String explanation(IndicatorDetails details, PeriodView last, LocalDate today) {
        if (last == null) {
            return "Nothing was measured yet.";
        }
        return "Measured on %s: %s. Target by %s%s: %s%s. %s"
                .formatted(
                        last.actual().measuredOn(),
                        last.actual().value().toPlainString(),
                        last.end(),
                        last.end().isBefore(today) ? ", which has passed" : "",
                        last.target().toPlainString(),
                        last.expected() == null
                                ? ""
                                : "; on the day of the measurement it should be "
                                        + last.expected().toPlainString(),
                        details.measure() == Measure.NOMINAL
                                ? "Only the target itself will do."
                                : details.ascending() ? "More is better." : "Less is better.");
    }

    /** Another one when the clock has ended a period: what was on track in it is no longer. */
    @Override
    public String tag() {
        return periodsEnded == 0 ? Long.toString(version) : version + "-ended-" + periodsEnded;
    }

    @Override
    public String path() {
        return "/v1/indicators/" + id;
    }
}
