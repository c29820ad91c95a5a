package org.coalition.meetings.meeting;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A correction after the minutes were approved: a new version, with its reason.")
record CorrectMeeting(
        @NotNull @Size(max = 10_000) String summary,
        @NotBlank @Size(max = 2000) String reason) {}
