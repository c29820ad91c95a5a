package org.coalition.meetings.recommendation;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which recommendations to list. */
public class RecommendationFilter {
    @QueryParam("meetingId")
    UUID meetingId;

    @QueryParam("agendaItemId")
    UUID agendaItemId;

    @QueryParam("status")
    RecommendationStatus status;

    @QueryParam("owner")
    String owner;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(
            description =
                    "Words of area, focus and outcome target, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing) {
        return listing.matching("e.search", q)
                .and("e.meetingId = :meeting", "meeting", meetingId)
                .and("e.agendaItemId = :item", "item", agendaItemId)
                .and("e.status = :status", "status", status)
                .and("e.owner = :owner", "owner", owner);
    }
}
