package org.coalition.meetings.agenda;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What an agenda item is about; PATCH it by JSON Merge Patch.")
record AgendaItemDetails(
        @NotNull AgendaItemKind kind,
        @NotBlank @Size(max = 300) String title,
        Aspect aspect,

        @Schema(examples = "US Coordination") @Size(max = 200)
        String focusArea,

        @Schema(description = "The person or party that presents the item.") @Size(max = 200)
        String presenter,

        @Schema(description = "Minutes set aside for the item.") @Min(1) @Max(1440)
        Integer durationMinutes) {}
