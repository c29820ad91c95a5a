package org.coalition.meetings.decision;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A party's position on a decision.")
record Position(String party, Stance stance, String statement, Instant at) {}
