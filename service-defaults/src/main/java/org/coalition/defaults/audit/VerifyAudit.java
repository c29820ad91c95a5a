package org.coalition.defaults.audit;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What of the audit trail to verify. */
public class VerifyAudit {
    @QueryParam("aggregateId")
    @Parameter(description = "One resource, whose chain is verified as a whole.")
    UUID aggregateId;

    @QueryParam("cursor")
    @Parameter(description = "The `next` of the request before; absent at the beginning.")
    String cursor;
}
