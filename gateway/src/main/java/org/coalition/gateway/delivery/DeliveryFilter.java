package org.coalition.gateway.delivery;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which deliveries to list. */
public class DeliveryFilter {
    @QueryParam("status")
    WebhookDeliveryStatus status;

    @QueryParam("eventId")
    @Size(max = 100)
    @Parameter(description = "The id of the event.")
    String eventId;

    String statusName() {
        return status == null ? null : status.name();
    }
}
