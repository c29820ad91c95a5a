package org.coalition.meetings.agenda;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Visibility;
import org.coalition.meetings.party.PartyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What an agenda item is about; PATCH it by JSON Merge Patch.")
public record AgendaItemDetails(
        @NotNull AgendaItemKind kind,
        @NotBlank @Size(max = 300) String title,
        Aspect aspect,

        @Schema(examples = "US Coordination") @Size(max = 200)
        String focusArea,

        @Schema(description = "The person or party that presents the item.") @Size(max = 200)
        String presenter,

        @Schema(description = "Minutes set aside for the item.") @Min(1) @Max(1440)
        Integer durationMinutes,

        @Size(max = 50) List<@NotNull @Valid Paper> papers,

        @Schema(
                description = "Who of those who may know of the meeting may know of the item; left out: all of them."
                        + " Set by host or chair. A sub-item is as visible as the item above it.")
        Visibility visibility,

        @Schema(
                description = "For RESTRICTED: the parties that may know of it; host and chair always may.",
                examples = "[\"DE\", \"FR\"]")
        @Size(max = 300)
        List<@NotNull @PartyCode String> visibleTo) {

    public AgendaItemDetails {
        papers = papers == null ? List.of() : papers;
        visibleTo = visibleTo == null ? List.of() : visibleTo;
    }

    /** A plain item, as visible as its meeting. */
    public static AgendaItemDetails of(AgendaItemKind kind, String title, Integer durationMinutes) {
        return new AgendaItemDetails(kind, title, null, null, null, durationMinutes, null, null, null);
    }

    Audience audience() {
        return visibility == null ? null : Audience.of(visibility, visibleTo, List.of());
    }
}
