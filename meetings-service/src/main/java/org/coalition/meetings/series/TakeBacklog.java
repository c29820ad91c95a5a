package org.coalition.meetings.series;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Takes all points that wait onto the agenda of a planned meeting of the series.")
record TakeBacklog(
        @Schema(description = "The next planned one if not said.")
        UUID meetingId) {}
