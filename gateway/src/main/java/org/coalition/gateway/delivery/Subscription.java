package org.coalition.gateway.delivery;

import java.sql.SQLException;
import java.util.UUID;
import org.coalition.gateway.events.Viewer;
import org.coalition.gateway.events.Wanted;
import org.coalition.gateway.schema.Rows;

/** What a webhook wants to be told of, and for whom it looks at events. */
record Subscription(UUID webhook, Viewer owner, Wanted wanted) {
    /** To be read by {@link #of}; of webhooks whose endpoint has agreed and has not been given up. */
    static final String SELECT = """
            SELECT w.id AS webhook, w.party AS owner, w.types, w.parties, w.subjects FROM webhook w
            WHERE (w.status IN ('ACTIVE', 'PAUSED') OR w.status = 'PENDING' AND w.verified_at IS NOT NULL)""";

    static Subscription of(Rows.Row row) throws SQLException {
        return new Subscription(
                row.id("webhook"),
                Viewer.of(row.text("owner")),
                Wanted.of(row.texts("types"), row.texts("parties"), row.texts("subjects")));
    }
}
