package org.coalition.initiatives.enduse;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.defaults.aggregate.Listing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which articles a list or a report is about. */
public class ArticleScope {
    @QueryParam("initiativeId")
    UUID initiativeId;

    @QueryParam("party")
    @Parameter(description = "Code of the party that gave it.")
    String party;

    @QueryParam("recipient")
    @Parameter(description = "Code of the party that received it.")
    String recipient;

    @QueryParam("holder")
    @Parameter(description = "Code of the party that has it now.")
    String holder;

    Listing narrow(Listing listing) {
        return listing.and("e.initiativeId = :initiative", "initiative", initiativeId)
                .and("e.party = :giver", "giver", party)
                .and("e.recipient = :recipient", "recipient", recipient)
                .and("e.holder = :holder", "holder", holder);
    }

    /** The same as a query, with these values in the place of its own where they are not null. */
    String query(String ofInitiative, String ofParty, String ofRecipient, String ofHolder) {
        return Stream.of(
                        parameter("initiativeId", ofInitiative, initiativeId),
                        parameter("party", ofParty, party),
                        parameter("recipient", ofRecipient, recipient),
                        parameter("holder", ofHolder, holder))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> "&" + parameter)
                .collect(Collectors.joining());
    }

    private static String parameter(String name, String value, Object own) {
        Object stated = value == null ? own : value;
        return stated == null ? "" : name + "=" + stated;
    }
}
