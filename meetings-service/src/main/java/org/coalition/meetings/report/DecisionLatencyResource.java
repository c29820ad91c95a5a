package org.coalition.meetings.report;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
class DecisionLatencyResource {
    private final DecisionLatencies latencies;

    DecisionLatencyResource(DecisionLatencies latencies) {
        this.latencies = latencies;
    }

    @GET
    @Path("reports/decision-latency")
    @PermitAll
    @Operation(
            summary = "Reports how long decisions take from draft to result",
            description = "Over the decisions taken in the period that the caller may know of.")
    public DecisionLatency getDecisionLatency(@BeanParam Period period) {
        return latencies.in(period);
    }
}
