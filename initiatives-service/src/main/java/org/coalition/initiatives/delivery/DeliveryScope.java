package org.coalition.initiatives.delivery;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.initiatives.contribution.Track;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which deliveries a list or a report is about. */
public class DeliveryScope {
    @QueryParam("initiativeId")
    UUID initiativeId;

    @QueryParam("party")
    @Parameter(description = "Code of the party that gives it.")
    String party;

    @QueryParam("recipient")
    @Parameter(description = "Code of the party that receives it.")
    String recipient;

    @QueryParam("track")
    Track track;

    @QueryParam("promisedFrom")
    @Parameter(description = "Promised first for this day or later.")
    LocalDate promisedFrom;

    @QueryParam("promisedTo")
    @Parameter(description = "Promised first for this day or earlier.")
    LocalDate promisedTo;

    @QueryParam("counting")
    @DefaultValue("RECEIPT_CONFIRMED")
    @Parameter(description = "The stage that counts as delivered, for what is on time.")
    Counting counting;

    public Listing narrow(Listing listing) {
        return listing.and("e.initiativeId = :initiative", "initiative", initiativeId)
                .and("e.party = :giver", "giver", party)
                .and("e.recipient = :recipient", "recipient", recipient)
                .and("c.track = :track", "track", track)
                .and("e.promise.originalPromisedOn >= :promisedFrom", "promisedFrom", promisedFrom)
                .and("e.promise.originalPromisedOn <= :promisedTo", "promisedTo", promisedTo);
    }

    public Counting counting() {
        return counting;
    }

    /** The same as a query, with these values in the place of its own where they are not null. */
    public String query(String ofInitiative, String ofParty, String ofRecipient, String ofTrack) {
        return Stream.of(
                        parameter("initiativeId", ofInitiative, initiativeId),
                        parameter("party", ofParty, party),
                        parameter("recipient", ofRecipient, recipient),
                        parameter("track", ofTrack, track),
                        parameter("promisedFrom", null, promisedFrom),
                        parameter("promisedTo", null, promisedTo),
                        parameter("counting", null, counting))
                .filter(parameter -> !parameter.isEmpty())
                .collect(Collectors.joining("&"));
    }

    private static String parameter(String name, String value, Object own) {
        Object stated = value == null ? own : value;
        return stated == null ? "" : name + "=" + stated;
    }
}
