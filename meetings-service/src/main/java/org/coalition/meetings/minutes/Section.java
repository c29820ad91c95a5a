package org.coalition.meetings.minutes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MinutesSection", description = "A part of the minutes.")
record Section(
        @Schema(description = "The agenda item that it is about; absent for what is about the meeting as a whole.")
        UUID agendaItemId,

        @Schema(examples = "The heads of delegation agreed on joint oversight.") @NotBlank @Size(max = 10_000)
        String text) {}
