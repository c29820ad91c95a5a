package org.coalition.meetings.decision;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which decisions to list. */
public class DecisionFilter {
    private static final String ADOPTED =
            "(e.status = ADOPTED or e.status = UNDER_SILENCE and e.silence.expiresAt <= :now)";
    private static final String SUPERSEDED =
            "exists (select 1 from Decision later where later.content.supersedes = e.id"
                    + " and (later.status = ADOPTED or later.status = UNDER_SILENCE and later.silence.expiresAt <= :now))";

    @QueryParam("meetingId")
    UUID meetingId;

    @QueryParam("agendaItemId")
    UUID agendaItemId;

    @QueryParam("status")
    @Parameter(description = "By the clock: an expired silence counts as ADOPTED.")
    DecisionStatus status;

    @QueryParam("registerNumber")
    String registerNumber;

    @QueryParam("reviewDue")
    @Parameter(description = "Whether it is in force and to be looked at again, today (UTC) or since.")
    Boolean reviewDue;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(description = "Words of the text, by their stems; a phrase in quotes, a word to exclude after a minus.")
    String q;

    Listing narrow(Listing listing, Instant now) {
        listing.and("e.meetingId = :meeting", "meeting", meetingId)
                .matching("e.search", q)
                .and("e.agendaItemId = :item", "item", agendaItemId)
                .and("e.registerNumber = :number", "number", registerNumber);
        narrowByReview(listing, now);
        if (status == null) {
            return listing;
        }
        return switch (status) {
            case ADOPTED -> listing.and(ADOPTED, "now", now);
            case UNDER_SILENCE -> listing.and("e.status = UNDER_SILENCE and e.silence.expiresAt > :now", "now", now);
            default -> listing.and("e.status = :status", "status", status);
        };
    }

    /** Adds whether a decision stands or another one has taken its place; nothing for null. */
    static Listing inForce(Boolean inForce, Listing listing, Instant now) {
        return inForce == null ? listing : listing.and(inForce ? "not " + SUPERSEDED : SUPERSEDED, "now", now);
    }

    private void narrowByReview(Listing listing, Instant now) {
        if (reviewDue == null) {
            return;
        }
        listing.with("now", now).with("today", LocalDate.ofInstant(now, ZoneOffset.UTC));
        if (reviewDue) {
            listing.and("e.content.reviewOn <= :today").and(ADOPTED).and("not " + SUPERSEDED);
        } else {
            listing.and("e.content.reviewOn is null or e.content.reviewOn > :today or not " + ADOPTED + " or "
                    + SUPERSEDED);
        }
    }
}
