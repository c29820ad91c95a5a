package org.coalition.meetings.series;

import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which occurrences to list. */
public class OccurrenceWindow {
    private static final Duration YEAR = Duration.ofDays(366);
    private static final Duration WIDEST = YEAR.multipliedBy(2);

    @QueryParam("from")
    @Parameter(description = "Start by the rule at this time or later; now if not said.")
    Instant from;

    @QueryParam("until")
    @Parameter(description = "Start by the rule before this time; a year after from if not said, two at most.")
    Instant until;

    Instant from(Instant now) {
        return from == null ? now : from;
    }

    Instant until(Instant now) {
        Instant begin = from(now);
        Instant end = until == null ? begin.plus(YEAR) : until;
        if (end.isBefore(begin) || end.isAfter(begin.plus(WIDEST))) {
            throw new Malformed(Fault.in("until", "window", "until is after from, by two years (732 days) at most."));
        }
        return end;
    }
}
