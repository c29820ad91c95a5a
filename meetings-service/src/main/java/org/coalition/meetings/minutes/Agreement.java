package org.coalition.meetings.minutes;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "MinutesAgreement",
        description = "A party's agreement to the text as it is; void as soon as the text changes.")
record Agreement(String party, Instant at) {}
