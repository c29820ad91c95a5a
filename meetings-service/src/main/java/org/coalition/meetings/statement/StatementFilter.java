package org.coalition.meetings.statement;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which joint statements to list. */
public class StatementFilter {
    @QueryParam("meetingId")
    UUID meetingId;

    @QueryParam("agendaItemId")
    UUID agendaItemId;

    @QueryParam("status")
    StatementStatus status;

    @QueryParam("party")
    @Parameter(description = "A party whose endorsement is required.")
    String party;

    Listing narrow(Listing listing) {
        return listing.and("e.meetingId = :meeting", "meeting", meetingId)
                .and("e.agendaItemId = :item", "item", agendaItemId)
                .and("e.status = :status", "status", status)
                .and("array_contains(e.requiredParties, :required)", "required", party);
    }
}
