package org.coalition.initiatives.indicator;

import java.util.ArrayList;
import java.util.List;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.RuleViolated;

/** What the periods of an indicator must be like. */
final class PeriodRules {
    private PeriodRules() {}

    /** In their order, without overlap, and no target on the wrong side of the baseline. */
    static void require(IndicatorDetails details) {
        List<Period> periods = details.periods();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            if (i > 0 && !periods.get(i).start().isAfter(periods.get(i - 1).end())) {
                faults.add(Fault.at(
                        "/periods/" + i + "/start", "overlap", "A period starts after the one before it has ended."));
            }
            if (isBackwards(details, periods.get(i))) {
                faults.add(Fault.at(
                        "/periods/" + i + "/target",
                        "wrong-direction",
                        "The indicator is to %s, but this target is on the other side of the baseline."
                                .formatted(details.ascending() ? "rise" : "fall")));
            }
        }
        if (!faults.isEmpty()) {
            throw new RuleViolated(faults);
        }
    }

    /** What has actuals stays as long as it is: else they would be of another period, or of none. */
    static void requireKept(List<Period> measured, List<Period> revised) {
        for (Period period : measured) {
            if (revised.stream().noneMatch(period::isAsLongAs)) {
                throw new RuleViolated(
                        "/periods",
                        "measured",
                        "In the period from %s to %s something was measured; it stays as it is, but for its target."
                                .formatted(period.start(), period.end()));
            }
        }
    }

    private static boolean isBackwards(IndicatorDetails details, Period period) {
        if (details.measure() == Measure.NOMINAL) {
            return false;
        }
        int way = period.target().compareTo(details.baseline().value());
        return details.ascending() ? way < 0 : way > 0;
    }
}
