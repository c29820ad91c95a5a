package org.coalition.initiatives.iati;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.coalition.initiatives.indicator.IndicatorView;
import org.coalition.initiatives.indicator.PeriodView;

/**
 * What an initiative achieves, as results: its indicators as outcomes; and as outputs what is given in units, for which the
 * standard's transactions have no place.
 */
final class ResultWriter {
    private static final String OUTPUT = "1";
    private static final String OUTCOME = "2";

    private ResultWriter() {}

    static void write(Branch activity, ExportActivity told) {
        told.linesInUnits().forEach(line -> write(activity, line));
        told.indicators().forEach(indicator -> write(activity, indicator));
    }

    /** The target is what is committed, the actual what has reached the recipient. */
    private static void write(Branch activity, ExportLine line) {
        Branch result = activity.add("result").with("type", OUTPUT);
        result.add("title").narrative(line.description());
        result.add("description").narrative("Given by " + line.party() + ".");
        Branch indicator = result.add("indicator").with("measure", "1").with("ascending", "1");
        indicator.add("title").narrative(line.unit());
        Instant end = line.lastEntryAt() == null ? line.createdAt() : line.lastEntryAt();
        period(indicator, day(line.createdAt()), day(end), line.committed(), line.settled());
    }

    private static void write(Branch activity, IndicatorView view) {
        Branch result = activity.add("result").with("type", OUTCOME);
        result.add("title").narrative(view.expectedOutcome());
        Branch indicator = result.add("indicator")
                .with("measure", Codes.measure(view.measure()))
                .with("ascending", Codes.flag(view.ascending()));
        indicator.add("title").narrative(view.unit() == null ? view.title() : view.title() + " (" + view.unit() + ")");
        if (view.baseline() != null) {
            indicator
                    .add("baseline")
                    .with("year", view.baseline().on().getYear())
                    .with("iso-date", view.baseline().on())
                    .with("value", Codes.number(view.baseline().value()));
        }
        for (PeriodView period : view.periods()) {
            period(
                    indicator,
                    period.start(),
                    period.end(),
                    period.target(),
                    period.actual() == null ? null : period.actual().value());
        }
    }

    private static void period(Branch indicator, LocalDate start, LocalDate end, BigDecimal target, BigDecimal actual) {
        Branch period = indicator.add("period");
        period.add("period-start").with("iso-date", start);
        period.add("period-end").with("iso-date", end);
        period.add("target").with("value", Codes.number(target));
        if (actual != null) {
            period.add("actual").with("value", Codes.number(actual));
        }
    }

    static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
