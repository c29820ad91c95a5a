package org.coalition.initiatives.contribution;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.UUID;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Confirms deliveries as their own resource would: inside a change of its own. */
@Path("/v1/delivery-double/{line}")
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryDouble {
    private final Door door;
    private final Contributions contributions;
    private final Ledgers ledgers;
    private final Ids ids;

    DeliveryDouble(Door door, Contributions contributions, Ledgers ledgers, Ids ids) {
        this.door = door;
        this.contributions = contributions;
        this.ledgers = ledgers;
        this.ids = ids;
    }

    @POST
    @Path("{amount}")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(hidden = true)
    public LedgerEntryView confirm(
            @PathParam("line") UUID line, @PathParam("amount") String amount, @QueryParam("reason") String reason) {
        UUID entry = door.together(() -> {
            contributions.holdAlone(line);
            return ledgers.postDelivery(
                    line, new Receipt(ids.next(), new BigDecimal(amount), Lines.DAY, "receipt 7", reason));
        });
        return ledgers.entry(line, entry);
    }

    @POST
    @Path("returns/{entry}")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(hidden = true)
    public LedgerEntryView takeBack(@PathParam("line") UUID line, @PathParam("entry") UUID entry) {
        UUID reversal = door.together(() -> ledgers.reverseDelivery(line, entry, ids.next(), "returned"));
        return ledgers.entry(line, reversal);
    }
}
