package org.coalition.meetings.series;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.meetings.meeting.Meetings;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which series to list. */
public class SeriesFilter {
    /** The rule of {@link Cadence#dueOn} and {@link Cadence#overdue}, in SQL: one statement finds all that are overdue. */
    private static final String OVERDUE = """
            e.agreedInterval is not null and cast(sql('coalesce((? at time zone ?)::date + ?::interval, (? at time zone ?)::date) < (? at time zone ?)::date',
            (select max(m.actualStart) from Meeting m where m.seriesId = e.id and (%s)), e.timeZone, e.agreedInterval,
            e.firstStart, e.timeZone, cast(:now as Instant), e.timeZone) as Boolean) = true""".formatted(Meetings.VISIBLE);

    @QueryParam("host")
    @Parameter(description = "Code of the host party.")
    String host;

    @QueryParam("counterpart")
    @Parameter(description = "Code of the party consulted with.")
    String counterpart;

    @QueryParam("overdue")
    @Parameter(description = "By the clock: whether a consultation is due by the agreed interval and was not held.")
    Boolean overdue;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(
            description =
                    "Words of title and mandate, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing, Instant now) {
        listing.matching("e.search", q)
                .and("e.host = :host", "host", host)
                .and("e.counterpart = :counterpart", "counterpart", counterpart);
        return overdue == null ? listing : listing.and((overdue ? "" : "not ") + "(" + OVERDUE + ")", "now", now);
    }
}
