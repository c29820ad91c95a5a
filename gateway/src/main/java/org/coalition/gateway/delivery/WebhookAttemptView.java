package org.coalition.gateway.delivery;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.coalition.gateway.schema.Rows;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One request to the endpoint, and what came of it.")
record WebhookAttemptView(
        int number,
        Instant at,

        @Schema(description = "How long it took, in milliseconds.")
        int millis,

        @Schema(examples = "It answered 503.") String outcome,

        @Schema(description = "Of the answer, if there was one.")
        Integer statusCode,

        @Schema(description = "The beginning of the answer's body.")
        String excerpt) {

    /** An attempt, and whose it is. */
    record Of(UUID delivery, WebhookAttemptView attempt) {
        static Of read(Rows.Row row) throws SQLException {
            int status = row.number("status_code");
            return new Of(
                    row.id("delivery_id"),
                    new WebhookAttemptView(
                            row.number("number"),
                            row.time("at"),
                            row.number("millis"),
                            row.text("outcome"),
                            status == 0 ? null : status,
                            row.text("excerpt")));
        }
    }
}
