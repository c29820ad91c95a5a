package org.coalition.meetings.decision;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which decisions to list. */
public class DecisionFilter {
    @QueryParam("meetingId")
    UUID meetingId;

    @QueryParam("agendaItemId")
    UUID agendaItemId;

    @QueryParam("status")
    @Parameter(description = "By the clock: an expired silence counts as ADOPTED.")
    DecisionStatus status;

    @QueryParam("registerNumber")
    String registerNumber;

    Listing narrow(Listing listing, Instant now) {
        listing.and("e.meetingId = :meeting", "meeting", meetingId)
                .and("e.agendaItemId = :item", "item", agendaItemId)
                .and("e.registerNumber = :number", "number", registerNumber);
        if (status == null) {
            return listing;
        }
        return switch (status) {
            case ADOPTED ->
                listing.and("e.status = ADOPTED or e.status = UNDER_SILENCE and e.expiresAt <= :now", "now", now);
            case UNDER_SILENCE -> listing.and("e.status = UNDER_SILENCE and e.expiresAt > :now", "now", now);
            default -> listing.and("e.status = :status", "status", status);
        };
    }
}
