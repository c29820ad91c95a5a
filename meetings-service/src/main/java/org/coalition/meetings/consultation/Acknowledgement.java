package org.coalition.meetings.consultation;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A consulted party has heard of it.")
record Acknowledgement(String party, Instant at) {}
