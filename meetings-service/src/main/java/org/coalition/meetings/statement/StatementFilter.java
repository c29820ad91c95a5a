package org.coalition.meetings.statement;

import jakarta.validation.constraints.Size;
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

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(description = "Words of the text, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing) {
        return listing.and("e.meetingId = :meeting", "meeting", meetingId)
                .matching("e.search", q)
                .and("e.agendaItemId = :item", "item", agendaItemId)
                .and("e.status = :status", "status", status)
                .and("array_contains(e.requiredParties, :required)", "required", party);
    }
}
