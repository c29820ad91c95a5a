package org.coalition.gateway.webhook;

import jakarta.ws.rs.QueryParam;
import org.coalition.defaults.aggregate.Listing;

/** Which webhooks to list. */
public class WebhookFilter {
    @QueryParam("status")
    WebhookStatus status;

    Listing narrow(Listing listing) {
        return listing.and("e.status = :status", "status", status);
    }
}
