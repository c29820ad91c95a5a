package org.coalition.meetings.report;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The time over which to report. */
public class Period {
    @QueryParam("from")
    @Parameter(description = "From this time on; from the beginning by default.")
    Instant from;

    @QueryParam("until")
    @Parameter(description = "Before this time; until now by default.")
    Instant until;

    /** @throws Malformed 400 if it ends before it begins */
    void check() {
        if (from != null && until != null && !until.isAfter(from)) {
            throw new Malformed(Fault.in("until", "not-after-from", "until must be after from."));
        }
    }
}
