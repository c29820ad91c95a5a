package org.coalition.meetings.delegation;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One delegate who came in the place of another.")
record Replacement(Delegate outgoing, Delegate incoming, String reason, Instant at) {
    /** Replacements in one delegation. */
    static final int MOST = 100;
}
