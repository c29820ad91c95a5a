package org.coalition.initiatives.csv;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Collections;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Sends a table that cannot be read on after so many batches. */
@Path("/v1/broken-sheet-double/{batches}")
@Produces(SheetBody.MEDIA_TYPE)
public class BrokenSheetDouble {
    private int read;

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Sheet<BrokenRow> send(@PathParam("batches") int batches) {
        read = 0;
        return Sheet.of("broken", BrokenRow.class, last -> {
            if (read++ == batches) {
                throw new IllegalStateException("The database has gone");
            }
            return Collections.nCopies(Sheet.BATCH, new BrokenRow("x".repeat(100)));
        });
    }

    record BrokenRow(String text) {}
}
