package org.coalition.meetings.recommendation;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;

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

    Listing narrow(Listing listing) {
        return listing.and("e.meetingId = :meeting", "meeting", meetingId)
                .and("e.agendaItemId = :item", "item", agendaItemId)
                .and("e.status = :status", "status", status)
                .and("e.owner = :owner", "owner", owner);
    }
}
