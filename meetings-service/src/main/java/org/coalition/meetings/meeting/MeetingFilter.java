package org.coalition.meetings.meeting;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which meetings to list. */
public class MeetingFilter {
    @QueryParam("status")
    MeetingStatus status;

    @QueryParam("level")
    MeetingLevel level;

    @QueryParam("host")
    @Parameter(description = "Code of the host party.")
    String host;

    @QueryParam("from")
    @Parameter(description = "Planned to start at this time or later.")
    Instant from;

    @QueryParam("until")
    @Parameter(description = "Planned to start before this time.")
    Instant until;
}
