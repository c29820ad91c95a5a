package org.coalition.meetings.series;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.coalition.meetings.agenda.AgendaItemDetails;
import org.coalition.meetings.agenda.AgendaItemKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An agenda item that each planned meeting of the series gets.")
record TemplateItem(
        @NotNull AgendaItemKind kind,
        @NotBlank @Size(max = 300) String title,

        @Schema(description = "Minutes set aside for the item.") @Min(1) @Max(1440)
        Integer durationMinutes) {

    AgendaItemDetails details() {
        return AgendaItemDetails.of(kind, title, durationMinutes);
    }
}
