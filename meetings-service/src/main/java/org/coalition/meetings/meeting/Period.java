package org.coalition.meetings.meeting;

import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The period that a report is about; its end is no longer part of it. */
public class Period {
    private static final Duration LONGEST = Duration.ofDays(366);

    @QueryParam("from")
    @Parameter(description = "The begin of the period.", required = true)
    Instant from;

    @QueryParam("until")
    @Parameter(description = "The end of the period, 366 days after its begin at most.", required = true)
    Instant until;

    public Period() {}

    Period(Instant from, Instant until) {
        this.from = from;
        this.until = until;
    }

    public Instant from() {
        return from;
    }

    public Instant until() {
        return until;
    }

    /** Whether neither begin nor end was given. */
    public boolean isEmpty() {
        return from == null && until == null;
    }

    /**
     * The period, if it is one that can be reported on.
     *
     * @throws Malformed 400 naming what is missing or wrong
     */
    public Period checked() {
        List<Fault> faults = new ArrayList<>();
        if (from == null) {
            faults.add(Fault.in("from", "missing-parameter", "from says when the period begins."));
        }
        if (until == null) {
            faults.add(Fault.in("until", "missing-parameter", "until says when the period ends."));
        }
        if (from != null && until != null && !until.isAfter(from)) {
            faults.add(Fault.in("until", "not-after-from", "until must be after from."));
        }
        if (from != null && until != null && until.isAfter(from.plus(LONGEST))) {
            faults.add(Fault.in(
                    "until", "too-long", "A period has %d days at most; ask for several.".formatted(LONGEST.toDays())));
        }
        if (!faults.isEmpty()) {
            throw new Malformed(faults);
        }
        return this;
    }
}
