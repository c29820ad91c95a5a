package org.coalition.meetings.agenda;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Carries an unfinished item over to another meeting, with its unfinished sub-items.")
record CarryOverItem(@NotNull UUID meetingId) {}
