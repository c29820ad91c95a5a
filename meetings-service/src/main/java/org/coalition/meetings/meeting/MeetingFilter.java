package org.coalition.meetings.meeting;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
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

    @QueryParam("seriesId")
    @Parameter(description = "Planned from this series.")
    UUID seriesId;

    @QueryParam("from")
    @Parameter(description = "Planned to start at this time or later.")
    Instant from;

    @QueryParam("until")
    @Parameter(description = "Planned to start before this time.")
    Instant until;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(
            description =
                    "Words of title and summary, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing) {
        return listing.and("e.status = :status", "status", status)
                .and("e.level = :level", "level", level)
                .and("e.host = :host", "host", host)
                .and("e.seriesId = :series", "series", seriesId)
                .and("e.plannedStart >= :from", "from", from)
                .and("e.plannedStart < :until", "until", until)
                .matching("e.search", q);
    }
}
