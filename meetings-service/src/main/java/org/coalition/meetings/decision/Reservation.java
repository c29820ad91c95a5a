package org.coalition.meetings.decision;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A party's formal limit to a text, or its reading of it; the result stands all the same.")
record Reservation(String party, Kind kind, String statement, Instant at) {

    /** What a party attaches to a text (OSCE Rules of Procedure, IV.1(A)6). */
    enum Kind {
        RESERVATION,
        INTERPRETATIVE_STATEMENT
    }

    boolean repeats(Reservation earlier) {
        return party.equals(earlier.party) && kind == earlier.kind && statement.equals(earlier.statement);
    }
}
