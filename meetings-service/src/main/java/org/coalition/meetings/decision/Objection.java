package org.coalition.meetings.decision;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What broke the silence: a party's written objection or amendment.")
record Objection(String party, Kind kind, String statement, Instant at) {

    /** How the silence was broken. */
    enum Kind {
        OBJECTION,
        AMENDMENT
    }
}
